namespace ReplyBot.Intent.Training;

/// <summary>One labelled utterance.</summary>
/// <param name="Text">The utterance as a buyer types it.</param>
/// <param name="Intent">The id of its intent in the taxonomy.</param>
public sealed record TrainingUtterance(string Text, string Intent)
{
    /// <summary>Where it stands, as <c>file:line</c>; empty where it came from no file.</summary>
    public string Place { get; init; } = "";
}
