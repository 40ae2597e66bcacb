using System.Runtime.CompilerServices;
using System.Text;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Rendering;

/// <summary>
/// A text with <c>{{source.field}}</c> slots, taken apart once. Filling goes over the parts in one pass and never looks at
/// what it filled in: a value that itself contains <c>{{…}}</c> stays text.
/// </summary>
public sealed class SlotTemplate
{
    private static readonly ConditionalWeakTable<Wording, SlotTemplate> Kept = [];

    private SlotTemplate(string text, IReadOnlyList<TemplatePart> parts)
    {
        Text = text;
        Parts = parts;
        Slots = parts.OfType<SlotPart>().Select(part => part.Slot).Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>Texts and slots in order; together they are the whole template.</summary>
    public IReadOnlyList<TemplatePart> Parts { get; }

    /// <summary>The slots, each once, in order of first use.</summary>
    public IReadOnlyList<string> Slots { get; }

    /// <summary>The template of a script's wording, taken apart once for as long as the wording is in use.</summary>
    public static SlotTemplate Of(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return Kept.GetValue(wording, static kept => Parse(kept.Text));
    }

    /// <summary>Takes a template apart. Braces that form no slot (<c>{{</c> without end, an empty name) stay text.</summary>
    public static SlotTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<TemplatePart>();
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0)
                break;
            var slot = text[(open + 2)..close].Trim();
            if (!IsName(slot))
            {
                at = open + 1;
                continue;
            }

            if (open > from)
                parts.Add(new TextPart(from, text[from..open]));
            parts.Add(new SlotPart(open, close + 2 - open, slot));
            from = at = close + 2;
        }

        if (from < text.Length)
            parts.Add(new TextPart(from, text[from..]));
        return new SlotTemplate(text, parts);
    }

    /// <summary>Fills the slots. A slot whose value is null or empty counts as unfilled.</summary>
    public Rendered Render(Func<string, string?> lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        if (Slots.Count == 0)
            return new Rendered(Text, []);
        var filled = new StringBuilder(Text.Length);
        var unfilled = new List<string>();
        foreach (var part in Parts)
        {
            switch (part)
            {
                case TextPart text:
                    filled.Append(text.Text);
                    break;
                case SlotPart slot when lookup(slot.Slot) is { Length: > 0 } value:
                    filled.Append(value);
                    break;
                case SlotPart slot:
                    if (!unfilled.Contains(slot.Slot))
                        unfilled.Add(slot.Slot);
                    filled.Append("{{").Append(slot.Slot).Append("}}");
                    break;
            }
        }

        return new Rendered(filled.ToString(), unfilled);
    }

    private static bool IsName(string slot) =>
        slot.Length > 0 && slot.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_');
}
