using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Rendering;

namespace ConductModels;

/// <summary>Wordings as the rules see them: a mark in the place of each slot.</summary>
internal static class SlotText
{
    public static string Blank(string wording) => string.Concat(SlotTemplate.Parse(wording).Parts.Select(part => part switch
    {
        TextPart plain => plain.Text,
        _ => new string(CheckedText.SlotMark, 1),
    }));
}
