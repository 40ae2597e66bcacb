namespace ReplyBot.Knowledge.Rendering;

/// <summary>A piece of a template.</summary>
/// <param name="Start">Where it begins in the template, in UTF-16 code units.</param>
public abstract record TemplatePart(int Start);

/// <summary>Text that is said as it is.</summary>
public sealed record TextPart(int Start, string Text) : TemplatePart(Start);

/// <summary>A slot to fill.</summary>
/// <param name="Start">Where it begins in the template.</param>
/// <param name="Length">How long it is there, braces included.</param>
/// <param name="Slot">Its name, <c>source.field</c>.</param>
public sealed record SlotPart(int Start, int Length, string Slot) : TemplatePart(Start);
