using System.Globalization;
using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Slots;

/// <summary>Spans and kinds on messages that were labelled apart from the reader; values are not compared.</summary>
public sealed class SlotSpanTests(ITestOutputHelper output)
{
    private static readonly SlotReader Reader = new(Catalogue.Names);

    [Fact]
    public void Read_OnBuyersMessages_FindsSpans()
    {
        const double Floor = 0.930;
        var scores = new SpanScores();
        foreach (var message in Folders.Lines("slots-buyers.txt").Select(MarkedMessage.Parse))
            scores.Add(message.Text, [.. message.Slots.Select(slot => slot.Span)], Spans(message.Text));

        output.WriteLine(scores.Report());
        scores.MicroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }

    /// <summary>Each line of the list is a line number of the dialogues, then a kind, a start and a length for every slot; the text stays outside the repository.</summary>
    [SharedFact]
    public void Read_OnRealDialogues_FindsSpans()
    {
        const double Floor = 0.915;
        var dialogues = File.ReadAllLines(Path.Combine(Folders.Shared!, "data", "replay", "chat_A.tsv"));
        var scores = new SpanScores();
        foreach (var fields in Folders.Lines("slots-replay.tsv").Select(line => line.Split('\t')))
        {
            var text = dialogues[int.Parse(fields[0], CultureInfo.InvariantCulture) - 1].Split('\t')[6];
            scores.Add($"line {fields[0]}", [.. fields.Skip(1).Select(slot => slot.Replace(' ', '|'))], Spans(text));
        }

        output.WriteLine(scores.Report());
        scores.MicroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }

    private static string[] Spans(string text) =>
        [.. Reader.Read(TextNormalizer.Default.NormalizeWithOffsets(text)).Select(slot => $"{slot.Kind}|{slot.Start}|{slot.Length}")];
}
