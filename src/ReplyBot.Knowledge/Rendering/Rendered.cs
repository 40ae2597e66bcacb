namespace ReplyBot.Knowledge.Rendering;

/// <summary>What filling a template came to.</summary>
/// <param name="Text">The text; unfilled slots stand in it as <c>{{source.field}}</c>.</param>
/// <param name="Unfilled">The slots that had no value. A text with any must not be sent.</param>
public sealed record Rendered(string Text, IReadOnlyList<string> Unfilled)
{
    /// <summary>Whether every slot was filled.</summary>
    public bool IsComplete => Unfilled.Count == 0;
}
