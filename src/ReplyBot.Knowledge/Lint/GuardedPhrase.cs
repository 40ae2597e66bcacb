namespace ReplyBot.Knowledge.Lint;

/// <summary>What a forbidden phrase means when it is found.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Severity">Whether it stops sending.</param>
/// <param name="Phrase">The phrase as listed.</param>
/// <param name="Channels">
/// Where it is at home (a platform's word) or forbidden (a platform's rule); null when it is forbidden everywhere.
/// </param>
/// <param name="Rewrite">What to say instead.</param>
internal sealed record GuardedPhrase(
    string Code, Severity Severity, string Phrase, IReadOnlySet<string>? Channels, string? Rewrite)
{
    /// <summary>Whether it must not be said on any one of the given channels.</summary>
    public bool AppliesTo(IReadOnlyList<string> channels) => Code switch
    {
        FindingCodes.PlatformWord => channels.Any(channel => !Channels!.Contains(channel)),
        _ => Channels is null || channels.Any(channel => Channels.Contains(channel) || !Scripts.ScriptVocabulary.Channels.Contains(channel)),
    };
}
