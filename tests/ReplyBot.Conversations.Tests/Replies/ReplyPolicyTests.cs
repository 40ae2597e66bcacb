using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Threats;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Tests.Replies;

public class ReplyPolicyTests
{
    private static readonly ReplyThresholds Thresholds = ReplyThresholds.Standard;

    [Fact]
    public void Decide_WhenSureAndScriptAgrees_Answers() =>
        Decide(Read("ship.time", 0.95), Hit("ship.time", 0.9)).ShouldBe(new ReplyDecision(ReplyAction.Answer));

    [Fact]
    public void Decide_WhenBestScriptIsOfAnotherIntent_DoesNotAnswer() =>
        Decide(Read("ship.time", 0.95), Hit("ship.eta", 0.9), Hit("ship.time", 0.8)).Action.ShouldBe(ReplyAction.Clarify);

    [Fact]
    public void Decide_WhenScriptIsForAgentsOnly_HandsOver() =>
        Decide(Read("compensation.claim", 0.95), Hit("compensation.claim", 0.9, SendMode.Agent)).Reason.ShouldBe(HandoffReason.Policy);

    [Fact]
    public void Decide_WhenTwoIntentsAreClose_AsksOneQuestion() =>
        Decide(Read("ship.time", 0.5, ("ship.urge", 0.45)), Hit("ship.time", 0.8), Hit("ship.urge", 0.7)).Action.ShouldBe(ReplyAction.Clarify);

    [Theory]
    [InlineData(0.55, ReplyAction.Answer)]
    [InlineData(0.45, ReplyAction.Clarify)]
    public void Decide_WhenTheBuyerOnlySaysYes_ReturnsItInsteadOfAsking(double confidence, ReplyAction wanted) =>
        Decide(Read("chat.thanks", confidence, ("chat.greeting", 0.2)), Hit("chat.thanks", 0.9)).Action.ShouldBe(wanted);

    [Fact]
    public void Decide_WhenUnclearASecondTime_HandsOver() =>
        Decide(1, Read("ship.time", 0.5, ("ship.urge", 0.45)), Hit("ship.time", 0.8), Hit("ship.urge", 0.7)).Reason.ShouldBe(HandoffReason.RepeatedMiss);

    [Fact]
    public void Decide_WhenNothingIsLikely_HandsOver() =>
        Decide(Read("ship.time", 0.1), Hit("ship.time", 0.2)).Reason.ShouldBe(HandoffReason.Unsure);

    [Fact]
    public void Decide_WhenNotForAShop_AsksNeutrallyThenHandsOver()
    {
        var read = Read(IntentPrediction.OutOfScope, 0.9) with { Intent = new IntentPrediction([new(IntentPrediction.OutOfScope, 0.9), new("chat.greeting", 0.05)], 0.1) };
        Decide(0, read).ShouldBe(new ReplyDecision(ReplyAction.Clarify, OutOfScope: true));
        Decide(1, read).Reason.ShouldBe(HandoffReason.OutOfScope);
    }

    [Fact]
    public void Decide_WhenOutOfScopeBehindASureIntent_DoesNotAnswer()
    {
        var read = Read("ship.time", 0.95) with { Intent = new IntentPrediction([new("ship.time", 0.95), new("ship.eta", 0.01)], 0.3) };
        Decide(0, read, Hit("ship.time", 0.9)).Action.ShouldNotBe(ReplyAction.Answer);
    }

    [Fact]
    public void Decide_WhenAHumanIsAskedFor_HandsOver() =>
        Decide(Read("chat.human", 0.6), Hit("chat.human", 0.9)).Reason.ShouldBe(HandoffReason.Requested);

    [Fact]
    public void Decide_WhenThreatened_HandsOverHoweverSure()
    {
        var read = Read("ship.time", 0.99) with { Threats = [new Threat(ThreatKind.ReviewExtortion, 0, 2)] };
        Decide(0, read, Hit("ship.time", 0.9)).Reason.ShouldBe(HandoffReason.Threat);
    }

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.5, false)]
    public void Decide_WhenAngry_HandsOverFromAStrengthOn(double strength, bool handsOver)
    {
        var read = Read("ship.time", 0.99) with { Emotion = new Emotion(EmotionLabel.Angry, strength) };
        (Decide(0, read, Hit("ship.time", 0.9)).Reason == HandoffReason.Emotion).ShouldBe(handsOver);
    }

    private static ReplyDecision Decide(Understanding read, params ScriptHit[] hits) => Decide(0, read, hits);

    private static ReplyDecision Decide(int misses, Understanding read, params ScriptHit[] hits) => ReplyPolicy.Decide(read, hits, misses, Thresholds);

    private static Understanding Read(string intent, double confidence, params (string Id, double Confidence)[] others)
    {
        ScoredIntent[] ranked = [new(intent, confidence), .. others.Select(other => new ScoredIntent(other.Id, other.Confidence)), new("chat.bye", 0.001)];
        var prediction = new IntentPrediction(ranked, 0.99);
        return new Understanding("话", prediction, [new Request(0, 1, prediction)], Emotion.Neutral, [], [], []);
    }

    private static ScriptHit Hit(string intent, double score, SendMode send = SendMode.Automatic) =>
        new(new Script(intent + ".standard", intent, "问", [], [new Wording("答")], Conditions.None, send), score, "问", []);
}
