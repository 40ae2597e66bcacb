using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Editor.Scripts;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Editor.Playground;

/// <summary>Everything that is made of one message: what was read, what was found, what is done and why.</summary>
internal sealed record PlaygroundAnswer(
    IReadOnlyList<ScoredItem> Intents,
    double InScope,
    EmotionItem Emotion,
    IReadOnlyList<RequestItem> Requests,
    IReadOnlyList<FactItem> Slots,
    IReadOnlyList<FactItem> BuyerTypes,
    IReadOnlyList<FactItem> Threats,
    IReadOnlyList<HitItem> Hits,
    string Action,
    string? Reason,
    bool OutOfScope,
    IReadOnlyList<ThresholdItem> Thresholds)
{
    private const int IntentsShown = 5;

    public static PlaygroundAnswer Of(ServingBase serving, Advice advice, SlotFacts facts, ReplyThresholds thresholds)
    {
        var read = advice.Read;
        return new PlaygroundAnswer(
            [.. read.Intent.Ranked.Take(IntentsShown).Select(scored => Named(scored, serving))],
            Rounded(read.Intent.InScope),
            new EmotionItem(ConsoleJson.Name(read.Emotion.Label), Rounded(read.Emotion.Strength)),
            [.. read.Requests.Select(request => new RequestItem(Part(read, request.Start, request.Length), Named(request.Intent.Top, serving)))],
            [.. read.Slots.Select(slot => new FactItem(ConsoleJson.Name(slot.Kind), slot.Value))],
            [.. read.BuyerTypes.Select(type => new FactItem(ConsoleJson.Name(type.Type), Part(read, type.Start, type.Length)))],
            [.. read.Threats.Select(threat => new FactItem(ConsoleJson.Name(threat.Kind), Part(read, threat.Start, threat.Length)))],
            [.. advice.Hits.Select(hit => HitItem.Of(hit, facts))],
            ConsoleJson.Name(advice.Decision.Action),
            advice.Decision.Reason is { } reason ? ConsoleJson.Name(reason) : null,
            advice.Decision.OutOfScope,
            ThresholdItem.Of(advice, thresholds));
    }

    internal static double Rounded(double value) => Math.Round(value, 4);

    private static ScoredItem Named(ScoredIntent scored, ServingBase serving)
    {
        var intent = serving.Bundle.Content.Taxonomy.FirstOrDefault(intent => intent.Id == scored.Id);
        return new ScoredItem(scored.Id, new BilingualText(intent?.NameZh ?? scored.Id, intent?.NameEn ?? scored.Id), Rounded(scored.Confidence));
    }

    private static string Part(Understanding read, int start, int length) => read.Text.Substring(start, length);
}

internal sealed record ScoredItem(string Id, BilingualText Name, double Confidence);

internal sealed record EmotionItem(string Label, double Strength);

internal sealed record RequestItem(string Text, ScoredItem Intent);

internal sealed record FactItem(string Name, string Value);

/// <summary>A script that was found, and why.</summary>
internal sealed record HitItem(
    string ScriptId, string Question, string Intent, double Score, string MatchedText, string Send, string Text, IReadOnlyList<string> Unfilled, IReadOnlyList<FeatureItem> Features)
{
    public static HitItem Of(ScriptHit hit, SlotFacts facts)
    {
        var (rendered, _) = WordingChoice.ForAgent(hit.Script, [], facts);
        return new HitItem(
            hit.Script.Id, hit.Script.Question, hit.Script.Intent, PlaygroundAnswer.Rounded(hit.Score), hit.MatchedText,
            ScriptVocabulary.SendModes[(int)hit.Script.Send], rendered.Text, rendered.Unfilled,
            [.. hit.Features.Select(feature => new FeatureItem(
                feature.Name, PlaygroundAnswer.Rounded(feature.Value), PlaygroundAnswer.Rounded(feature.Weight), PlaygroundAnswer.Rounded(feature.Value * feature.Weight)))]);
    }
}

internal sealed record FeatureItem(string Name, double Value, double Weight, double Share);

/// <summary>A value that the decision looked at, beside the least it must be.</summary>
internal sealed record ThresholdItem(string Name, double Value, double Least, bool Met)
{
    public static IReadOnlyList<ThresholdItem> Of(Advice advice, ReplyThresholds thresholds)
    {
        var intent = advice.Read.Intent;
        var best = advice.Hits.Count > 0 ? advice.Hits[0] : null;
        return
        [
            Compare("in-scope", intent.InScope, thresholds.InScope),
            Compare("answer", intent.Top.Confidence, thresholds.Answer),
            Compare("margin", intent.Margin, thresholds.Margin),
            Compare("agreement", best?.Script.Intent == intent.Top.Id ? 1 : 0, 1),
            Compare("script", best?.Score ?? 0, thresholds.Script),
            Compare("clarify", intent.Top.Confidence, thresholds.Clarify),
        ];
    }

    private static ThresholdItem Compare(string name, double value, double least) => new(name, PlaygroundAnswer.Rounded(value), least, value >= least);
}
