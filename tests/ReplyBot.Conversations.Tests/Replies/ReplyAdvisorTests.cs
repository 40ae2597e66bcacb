using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Journeys;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Tests.Replies;

public class ReplyAdvisorTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(JourneyStage.AfterSale, null, Stage.AfterSale)]
    [InlineData(null, "InSale", Stage.InSale)]
    [InlineData(JourneyStage.Review, "PreSale", Stage.Review)]
    public void Advise_WhenAStageIsKnown_SearchesForIt(JourneyStage? said, string? remembered, Stage? searched)
    {
        var asked = new AskedIndex();
        var bundle = ScriptBundle.From(new KnowledgeBase());
        var serving = new ServingBase(bundle, asked, new OutboundGuard(bundle.Content), new OneReading(said));
        var memory = ConversationMemory.Empty with { Stage = remembered };

        new ReplyAdvisor(ChannelSettings.None).Advise(serving, "这个怎么用", new AdviceContext("web", DateTimeOffset.UnixEpoch, memory));

        asked.Query!.Stage.ShouldBe(searched);
    }

    [Fact]
    public void Advise_AnyStageOfTheJourney_IsAStageOfScripts() =>
        Enum.GetNames<JourneyStage>().ShouldBeSubsetOf(Enum.GetNames<Stage>());

    private sealed class AskedIndex : IScriptIndex
    {
        public ScriptQuery? Query { get; private set; }

        public string BundleHash => "";

        public IReadOnlyList<ScriptHit> Search(ScriptQuery query)
        {
            Query = query;
            return [];
        }

        public IReadOnlyList<LookupHit> Lookup(LookupQuery query) => [];
    }

    private sealed class OneReading(JourneyStage? stage) : IUtteranceReader
    {
        public Understanding Read(string text) =>
            new(text, new IntentPrediction([new ScoredIntent("use.how", 0.9)], 0.9), [], Emotion.Neutral, [], [], []) { Stage = stage };
    }
}
