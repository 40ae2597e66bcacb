namespace ReplyBot.Knowledge.Platforms;

/// <summary>What advertising law forbids to say on every channel.</summary>
/// <param name="Forbidden">The phrases.</param>
/// <param name="Allow">Contexts in which one of them is harmless, for example 第一时间 for 第一.</param>
public sealed record AdvertisingLaw(IReadOnlyList<ForbiddenPhrase> Forbidden, IReadOnlyList<string> Allow)
{
    /// <summary>A law that forbids nothing.</summary>
    public static AdvertisingLaw Empty { get; } = new([], []);
}
