namespace ReplyBot.BotFramework.DirectLine;

/// <summary>How Direct Line is served. Bound to the configuration section <see cref="SectionName"/>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "DirectLine";

    /// <summary>The fewest bytes that a signing key may have.</summary>
    public const int MinSigningKeyBytes = 32;

    /// <summary>
    /// What the server of another site proves itself with to get tokens for its visitors. Null or empty: no other site is
    /// served, only tokens that the host itself issues count.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>
    /// Origins of other sites whose pages may speak Direct Line, such as <c>https://shop.example</c>; <c>*</c> allows any.
    /// The program's own pages are always allowed.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>The address under which clients reach the program, where the request does not tell; ends without a slash.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The key that signs tokens; the host keeps it, so that tokens survive a restart and count on every node.</summary>
    public byte[] SigningKey { get; set; } = [];

    /// <summary>How long a token counts. Clients refresh theirs after half of 30 minutes.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after it was given a stream address may be opened.</summary>
    public TimeSpan StreamAddressLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the address of an attachment counts.</summary>
    public TimeSpan AttachmentAddressLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often an idle socket is sent an empty frame.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest upload, in bytes.</summary>
    public long MaxUploadBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The most files in one upload.</summary>
    public int MaxUploadFiles { get; set; } = 10;

    /// <summary>The most sockets of one conversation, so that a buyer may have it open in several tabs; one more closes the oldest.</summary>
    public int SocketsPerConversation { get; set; } = 4;

    /// <summary>The most sockets open at once on this node.</summary>
    public int MaxSockets { get; set; } = 20_000;
}
