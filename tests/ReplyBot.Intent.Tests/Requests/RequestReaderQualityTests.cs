using ReplyBot.Intent.Tests.Material;
using Xunit.Abstractions;

namespace ReplyBot.Intent.Tests.Requests;

/// <summary>
/// How well the requests of a message are found in messages that were labelled without knowledge of the reader. A line of the
/// list is the message, where \n stands for a new line, and the intents in order.
/// </summary>
[Collection(nameof(TrainedModel))]
public sealed class RequestReaderQualityTests(TrainedModel trained, ITestOutputHelper output)
{
    private const double Floor = 0.75;

    [Fact]
    public void Read_OnUnseenMessages_ReachesTheFloor()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var (all, one, several) = (new LabelScores(), new LabelScores(), new LabelScores());
        var (lines, inOrder) = (0, 0);
        foreach (var columns in Folders.Lines("requests-wide.tsv").Select(line => line.Split('\t')))
        {
            var expected = columns[1].Split('|');
            string[] found = [.. reader.Read(columns[0].Replace("\\n", "\n", StringComparison.Ordinal)).Requests.Select(request => request.Intent.Top.Id).Distinct()];
            all.Add(columns[0], expected, found);
            (expected.Length == 1 ? one : several).Add(columns[0], expected, found);
            lines++;
            inOrder += expected.SequenceEqual(found) ? 1 : 0;
        }

        output.WriteLine($"all and only the requests in order: {inOrder} of {lines}; micro-F1 of one request {one.MicroF1:F3}, of several {several.MicroF1:F3}");
        output.WriteLine(all.Report());
        all.MacroF1.ShouldBeGreaterThanOrEqualTo(Floor);
    }
}
