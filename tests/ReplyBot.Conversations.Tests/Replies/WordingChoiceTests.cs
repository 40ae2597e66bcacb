using System.Collections.Immutable;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Conversations.Tests.Replies;

public class WordingChoiceTests
{
    private static readonly KnowledgeBase Knowledge = new() { Policy = new ShopPolicy(new Dictionary<string, string> { ["dispatch_hours"] = "24" }, [], [], []) };
    private static readonly OrderFacts Order = new("1", "0000", "已付款", null, [], new Dictionary<string, string> { ["order.dispatch_by"] = "今晚" });

    private static readonly Script Script = new("a", "ship.time", "问", [],
        [new("您这单{{order.dispatch_by}}前发"), new("{{policy.dispatch_hours}}小时内发"), new("很快发", Simpler: true), new("仓库在备货")],
        Conditions.None, SendMode.Automatic);

    [Fact]
    public void Next_WhenTheOrderIsKnown_SaysTheFirst() => Next(Order).ShouldBe(new ChosenWording("a", 0, "您这单今晚前发"));

    [Fact]
    public void Next_WhenAFactIsMissing_SaysTheNextThatIsWhole() => Next(null).ShouldBe(new ChosenWording("a", 1, "24小时内发"));

    [Fact]
    public void Next_WhenAskedASecondTime_SaysAnother() => Next(null, 1).ShouldBe(new ChosenWording("a", 3, "仓库在备货"));

    [Fact]
    public void Next_WhenAskedAThirdTime_SaysTheSimplerOne() => Next(null, 1, 3).ShouldBe(new ChosenWording("a", 2, "很快发"));

    [Fact]
    public void Next_WhenEverythingWasSaid_SaysNothing() => Next(null, 1, 3, 2).ShouldBeNull();

    [Fact]
    public void NextRound_WhenEverythingWasSaid_BeginsAgain() =>
        WordingChoice.NextRound(Script, [1, 3, 2], Facts(null)).ShouldNotBeNull();

    [Fact]
    public void ForAgent_WhenAFactIsMissingEverywhere_LeavesTheSlotOpen()
    {
        var script = Script with { Wordings = [new("单号{{parcel.number}}")] };
        WordingChoice.ForAgent(script, [], Facts(null)).Rendered.Unfilled.ShouldBe(["parcel.number"]);
    }

    [Fact]
    public void Next_WhenAFactLooksLikeASlot_KeepsItAsText()
    {
        var order = Order with { Slots = new Dictionary<string, string> { ["order.dispatch_by"] = "{{policy.dispatch_hours}}" } };
        Next(order)!.Text.ShouldBe("您这单{{policy.dispatch_hours}}前发");
    }

    private static ChosenWording? Next(OrderFacts? order, params int[] said) => WordingChoice.Next(Script, [.. said], Facts(order));

    private static SlotFacts Facts(OrderFacts? order) => new(Knowledge, order, null, "", default, DateTimeOffset.UnixEpoch);
}
