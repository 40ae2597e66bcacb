namespace ReplyBot.Intent.Lint;

/// <summary>What can be wrong with labelled utterances.</summary>
public enum UtteranceFault
{
    /// <summary>A line that cannot be used, or is in the data twice; training leaves it out.</summary>
    Unusable,

    /// <summary>Nearly the same words under another intent.</summary>
    NearlyElsewhere,

    /// <summary>The same sentence as a line before it, but for nouns, numbers and particles; both count as one.</summary>
    SameSentence,
}

/// <summary>Something wrong with labelled utterances.</summary>
/// <param name="Fault">What.</param>
/// <param name="Message">Its place as <c>file:line</c>, then what is wrong.</param>
public sealed record UtteranceFinding(UtteranceFault Fault, string Message);
