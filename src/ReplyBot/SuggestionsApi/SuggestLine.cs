using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.SuggestionsApi;

/// <summary>What is answered to one utterance: a line of <c>suggest --json</c>, and the body of the endpoint's answer. The form is a contract: others measure the program by it.</summary>
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

    /// <summary>Stands where a fact is missing.</summary>
    private const string Blank = "____";

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
            [.. advice.Hits.Take(top).Select(hit => Script(hit, facts))],
            (long)elapsed.TotalMicroseconds);
    }

    /// <summary>A script with the first of its wordings that the facts at hand fill; where none is filled, the first, with blanks to be filled by hand.</summary>
    public static SuggestScript Script(ScriptHit hit, SlotFacts facts)
    {
        Rendered? first = null;
        foreach (var wording in hit.Script.Wordings)
        {
            var rendered = SlotTemplate.Of(wording).Render(facts.Lookup);
            if (rendered.IsComplete)
                return Script(hit, rendered.Text, []);
            first ??= rendered;
        }
        return first is null
            ? Script(hit, hit.Script.Question, [])
            : Script(hit, first.Unfilled.Aggregate(first.Text, (text, slot) => text.Replace($"{{{{{slot}}}}}", Blank, StringComparison.Ordinal)), first.Unfilled);
    }

    private static SuggestScript Script(ScriptHit hit, string text, IReadOnlyList<string> open) =>
        new(hit.Script.Id, hit.Script.Intent, Rounded(hit.Score), text, open);

    private static double Rounded(double value) => Math.Round(Math.Clamp(value, 0, 1), 4);
}

internal sealed record SuggestIntent(string Id, double Confidence);

internal sealed record SuggestEmotion(string Label, double Strength);

/// <summary>A suggested reply.</summary>
/// <param name="ScriptId">The script.</param>
/// <param name="Intent">Its intent.</param>
/// <param name="Score">How well it fits, from 0 to 1.</param>
/// <param name="Text">What to say; <c>____</c> stands where a fact is missing.</param>
/// <param name="OpenSlots">The missing facts, such as <c>order.dispatch_by</c>, in order of first use; empty where the text can be sent as it is.</param>
internal sealed record SuggestScript(string ScriptId, string Intent, double Score, string Text, IReadOnlyList<string> OpenSlots);
