using ReplyBot.Conversations.Handoffs;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Replies;

/// <summary>
/// Decides between answering, asking one question and handing over. Rules are tried from the top; the first that fits decides.
/// </summary>
public static class ReplyPolicy
{
    /// <summary>Misses after which the bot stops asking and hands over: one question, no loops.</summary>
    private const int MissesBeforeHandoff = 1;

    private const string AsksForHuman = "chat.human";
    private const double ShowsAnger = 0.5;

    /// <summary>Decides.</summary>
    /// <param name="read">What was read out of the message.</param>
    /// <param name="hits">The scripts that fit, best first.</param>
    /// <param name="misses">Turns in a row before this one that ended without an answer.</param>
    /// <param name="thresholds">The channel's thresholds.</param>
    public static ReplyDecision Decide(Understanding read, IReadOnlyList<ScriptHit> hits, int misses, ReplyThresholds thresholds)
    {
        var top = read.Intent.Top;

        // 1 What only a human may answer.
        if (read.Threats.Count > 0)
            return ReplyDecision.Handoff(HandoffReason.Threat);
        if (top.Id == AsksForHuman && top.Confidence >= thresholds.Clarify)
            return ReplyDecision.Handoff(HandoffReason.Requested);
        if (read.Emotion is { Label: EmotionLabel.Angry } emotion && emotion.Strength >= thresholds.Anger)
            return ReplyDecision.Handoff(HandoffReason.Emotion);

        // 2 What is not for a shop: one neutral line, then a human.
        if (read.Intent.InScope < thresholds.InScope || top.Id == IntentPrediction.OutOfScope)
            return misses >= MissesBeforeHandoff ? ReplyDecision.Handoff(HandoffReason.OutOfScope) : ReplyDecision.Neutral;

        // 3 What the bot is sure of.
        if (IsSure(read.Intent, thresholds) && BestOf(hits, top.Id, thresholds) is { } best)
            return best.Script.Send == SendMode.Automatic ? ReplyDecision.Answer : ReplyDecision.Handoff(HandoffReason.Policy);

        // 4 What one question may settle; somebody who is angry is asked nothing back.
        if (read.Emotion is { Label: EmotionLabel.Angry, Strength: >= ShowsAnger })
            return ReplyDecision.Handoff(HandoffReason.Emotion);
        if (top.Confidence >= thresholds.Clarify && hits.Count > 0)
            return misses >= MissesBeforeHandoff ? ReplyDecision.Handoff(HandoffReason.RepeatedMiss) : ReplyDecision.Clarify;

        // 5 The rest.
        return ReplyDecision.Handoff(HandoffReason.Unsure);
    }

    private static bool IsSure(IntentPrediction intent, ReplyThresholds thresholds) => Courtesy.Is(intent.Top.Id)
        ? intent.Top.Confidence >= thresholds.Courtesy
        : intent.Top.Confidence >= thresholds.Answer && intent.Margin >= thresholds.Margin;

    /// <summary>The best script, provided that it is of the intent that was recognised: search and intent must agree.</summary>
    private static ScriptHit? BestOf(IReadOnlyList<ScriptHit> hits, string intent, ReplyThresholds thresholds) =>
        hits.Count > 0 && hits[0].Script.Intent == intent && hits[0].Score >= thresholds.Script ? hits[0] : null;
}
