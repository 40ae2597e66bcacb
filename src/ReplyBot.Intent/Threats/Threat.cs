namespace ReplyBot.Intent.Threats;

/// <summary>Messages that only a human may answer.</summary>
public enum ThreatKind
{
    /// <summary>"Pay, or I leave a bad review."</summary>
    ReviewExtortion,

    /// <summary>Authorities, court, press.</summary>
    Legal,
}

/// <summary>A threat with the words that show it.</summary>
/// <param name="Kind">What is threatened.</param>
/// <param name="Start">Where the words begin in the original text, in UTF-16 code units.</param>
/// <param name="Length">How long they are.</param>
public sealed record Threat(ThreatKind Kind, int Start, int Length);
