using System.Text.Json;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.CommandLine;

/// <summary>The form of <c>suggest --json</c>, by which others measure the program.</summary>
[Collection(RunningShopCollection.Name)]
public class SuggestTests(RunningShop shop)
{
    private static readonly string[] Utterances =
        ["什么时候发货", "转人工", "", "   ", "😀", "a \"quoted\" \\ text\twith a tab", "請問可以開發票嗎", "什么时候发货", new string('啊', 3000)];

    [EndToEndFact(Requirement.Program)]
    public async Task Suggest_WhenAskedForJson_WritesOneObjectALineInTheAgreedForm()
    {
        _ = shop;
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);

        var result = await ReplyBotCommand.RunAsync(folders, ["suggest", "--json"], string.Join('\n', Utterances) + "\n");

        result.ExitCode.ShouldBe(0, result.ToString());
        var lines = result.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("text").GetString()).ShouldBe(Utterances);
        foreach (var line in lines)
            CheckForm(line, most: 3);
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Suggest_WhenTheLastLineIsOpenAndOneReplyIsWanted_AnswersBothLinesWithOne()
    {
        _ = shop;
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);

        var result = await ReplyBotCommand.RunAsync(folders, ["suggest", "--json", "--channel", "jd", "--top", "1"], "什么时候发货\n在吗");

        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.Count.ShouldBe(2);
        foreach (var line in result.Output)
            CheckForm(JsonDocument.Parse(line).RootElement, most: 1);
    }

    private static void CheckForm(JsonElement line, int most)
    {
        Names(line).ShouldBe(["text", "intent", "alternatives", "emotion", "decision", "suggestions", "elapsedMicroseconds"]);
        CheckIntent(line.GetProperty("intent"));
        var alternatives = line.GetProperty("alternatives").EnumerateArray().ToList();
        alternatives.Count.ShouldBeGreaterThanOrEqualTo(3);
        alternatives.ForEach(CheckIntent);
        alternatives[0].GetProperty("id").GetString().ShouldBe(line.GetProperty("intent").GetProperty("id").GetString());

        var emotion = line.GetProperty("emotion");
        Names(emotion).ShouldBe(["label", "strength"]);
        emotion.GetProperty("label").GetString().ShouldBeOneOf("neutral", "happy", "anxious", "dissatisfied", "angry");
        emotion.GetProperty("strength").GetDouble().ShouldBeInRange(0, 1);

        line.GetProperty("decision").GetString().ShouldBeOneOf("answer", "clarify", "handoff");
        var suggestions = line.GetProperty("suggestions").EnumerateArray().ToList();
        suggestions.Count.ShouldBeLessThanOrEqualTo(most);
        foreach (var suggestion in suggestions)
        {
            Names(suggestion).ShouldBe(["scriptId", "intent", "score", "text"]);
            suggestion.GetProperty("score").GetDouble().ShouldBeInRange(0, 1);
            suggestion.GetProperty("text").GetString().ShouldNotBeNullOrWhiteSpace();
        }
        line.GetProperty("elapsedMicroseconds").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
    }

    private static void CheckIntent(JsonElement intent)
    {
        Names(intent).ShouldBe(["id", "confidence"]);
        intent.GetProperty("id").GetString().ShouldNotBeNullOrEmpty();
        intent.GetProperty("confidence").GetDouble().ShouldBeInRange(0, 1);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
