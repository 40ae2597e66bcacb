using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Tests.Storage;

public class ConversationChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Say_AnyNumberOfTimes_NumbersWithoutGaps() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt Last, NonNegativeInt Count)>(), given =>
        {
            var change = new ConversationChange(Conversation() with { LastSeq = given.Last.Get }, Now);
            for (var said = 0; said < given.Count.Get % 20; said++)
                change.Say(MessageAuthor.Bot, MessageKind.Answer, "话");
            return change.Messages.Select(message => message.Seq).SequenceEqual(Enumerable.Range(given.Last.Get + 1, change.Messages.Count).Select(seq => (long)seq))
                && change.After.LastSeq == given.Last.Get + change.Messages.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Say_ANote_DoesNotCountAsSpeech()
    {
        var change = new ConversationChange(Conversation() with { LastFrom = MessageAuthor.Buyer, LastText = "在吗" }, Now);
        change.Say(MessageAuthor.System, MessageKind.Note, "转接备注");
        change.After.LastFrom.ShouldBe(MessageAuthor.Buyer);
        change.After.LastText.ShouldBe("在吗");
    }

    [Fact]
    public void OpenHandoff_WhenWaitingAlready_KeepsThePlace()
    {
        var waiting = Waiting();
        var change = new ConversationChange(waiting, Now.AddMinutes(5));
        change.OpenHandoff("other", HandoffReason.Unsure, "又问");
        change.After.Handoff.ShouldBe(waiting.Handoff);
    }

    [Fact]
    public void LoseLease_KeepsThePlaceAndRaisesTheEpoch()
    {
        var assigned = new ConversationChange(Waiting(), Now.AddMinutes(1));
        assigned.Assign("h", "agent-1");
        var change = new ConversationChange(assigned.After, Now.AddMinutes(3));
        change.LoseLease();
        change.After.State.ShouldBe(ConversationState.Waiting);
        change.After.Handoff!.OpenedAt.ShouldBe(Now);
        change.After.Handoff.AgentId.ShouldBeNull();
        change.After.Epoch.ShouldBe(assigned.After.Epoch + 1);
    }

    private static Conversation Waiting()
    {
        var change = new ConversationChange(Conversation(), Now);
        change.OpenHandoff("h", HandoffReason.Unsure, "问");
        return change.After;
    }

    private static Conversation Conversation() => new()
    {
        Id = "c",
        Shop = "s",
        Channel = "web",
        ChannelAccount = "a",
        BuyerId = "b",
        CreatedAt = Now,
        LastAt = Now,
    };
}
