using System.Text.Encodings.Web;
using System.Text.Json;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Cli;

/// <summary>A line of <c>suggest --json</c>. The form is a contract: others measure the program by it.</summary>
internal sealed record SuggestLine(
    string Text,
    SuggestIntent Intent,
    IReadOnlyList<SuggestIntent> Alternatives,
    SuggestEmotion Emotion,
    string Decision,
    IReadOnlyList<SuggestScript> Suggestions,
    long ElapsedMicroseconds)
{
    private const int MostAlternatives = 5;

    /// <summary>The line of what the bot makes of an utterance.</summary>
    public static SuggestLine Of(string text, Advice advice, SlotFacts facts, int top, TimeSpan elapsed)
    {
        var read = advice.Read;
        return new SuggestLine(
            text,
            new SuggestIntent(read.Intent.Top.Id, Rounded(read.Intent.Top.Confidence)),
            [.. read.Intent.Ranked.Take(MostAlternatives).Select(scored => new SuggestIntent(scored.Id, Rounded(scored.Confidence)))],
            new SuggestEmotion(read.Emotion.Label.ToString().ToLowerInvariant(), Rounded(read.Emotion.Strength)),
            advice.Decision.Action.ToString().ToLowerInvariant(),
            [.. advice.Hits.Take(top).Select(hit => new SuggestScript(hit.Script.Id, hit.Script.Intent, Rounded(hit.Score), Wording(hit, facts)))],
            (long)elapsed.TotalMicroseconds);
    }

    /// <summary>A script's first wording with the shop's facts in it.</summary>
    public static string Wording(ScriptHit hit, SlotFacts facts) =>
        hit.Script.Wordings.Count > 0 ? SlotTemplate.Parse(hit.Script.Wordings[0].Text).Render(facts.Lookup).Text : hit.Script.Question;

    private static double Rounded(double value) => Math.Round(Math.Clamp(value, 0, 1), 4);
}

internal sealed record SuggestIntent(string Id, double Confidence);

internal sealed record SuggestEmotion(string Label, double Strength);

internal sealed record SuggestScript(string ScriptId, string Intent, double Score, string Text);

internal static class SuggestJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
