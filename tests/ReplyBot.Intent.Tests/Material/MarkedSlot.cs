namespace ReplyBot.Intent.Tests.Material;

/// <summary>A labelled span in UTF-16 code units; the value is null where only the span is labelled.</summary>
internal sealed record MarkedSlot(string Kind, int Start, int Length, string? Value)
{
    /// <summary>The label that counts when spans alone are compared.</summary>
    public string Span => $"{Kind}|{Start}|{Length}";
}
