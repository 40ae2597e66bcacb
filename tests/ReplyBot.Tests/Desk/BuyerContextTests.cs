using ReplyBot.Accounts;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Storage;
using ReplyBot.Desk;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Tests.Desk;

public class BuyerContextTests
{
    [Fact]
    public async Task Read_TellsWhatTheBuyerSaid_WithPersonalValuesMasked()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", $"太贵了，气人，我的电话13812345678，订单{SampleBase.OrderNumber}");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);

        var context = (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("context");

        context.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        context.GetProperty("intent").GetProperty("name").GetString().ShouldBe("发货时间");
        context.GetProperty("intent").GetProperty("confidence").GetDouble().ShouldBe(0.91);
        context.GetProperty("emotion").GetString().ShouldBe("angry");
        var slots = context.GetProperty("slots").EnumerateArray().ToDictionary(slot => slot.GetProperty("name").GetString()!);
        slots["order-number"].GetProperty("value").GetString().ShouldBe(SampleBase.OrderNumber);
        slots["phone"].GetProperty("value").GetString().ShouldBe("138****78");
        slots["phone"].GetProperty("masked").GetBoolean().ShouldBeTrue();
        var type = context.GetProperty("buyerTypes")[0];
        (type.GetProperty("id").GetString(), type.GetProperty("name").GetString(), type.GetProperty("evidence").GetString()).ShouldBe(("price-testing", "价格·试探", "太贵"));
    }

    [Fact]
    public async Task Read_WhenTheBuyerOnlyNamesAnOrder_ShowsNoOrder()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", $"订单{SampleBase.OrderNumber}到哪了");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("context").GetProperty("orders").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Read_WhenTheOwnerIsProved_ShowsTheOrderAndWhatWasTried()
    {
        await using var console = await TestConsole.StartAsync();
        var change = new ConversationChange(await console.BuyerSaysAsync("c1", "到哪了"), console.Clock.GetUtcNow());
        change.Remember(ConversationMemory.Empty.Saying("ship.time.standard", 0) with { VerifiedOrder = SampleBase.OrderNumber });
        await console.CommitAsync(change);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);

        var context = (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("context");

        var order = context.GetProperty("orders")[0];
        (order.GetProperty("number").GetString(), order.GetProperty("items").GetString()).ShouldBe((SampleBase.OrderNumber, "短袖×1"));
        order.GetProperty("paidAt").GetString().ShouldBe("2026-06-14T01:00:00+00:00");
        context.GetProperty("tried").EnumerateArray().Select(tried => tried.GetProperty("question").GetString()).ShouldBe(["付款后多久发货？"]);
    }

    [Theory]
    [InlineData("owner", 1)]
    [InlineData("somebody", 0)]
    public async Task Read_WhenTheChannelVouches_ShowsTheBuyersOwnOrders(string buyer, int orders)
    {
        await using var console = await TestConsole.StartAsync();
        await console.Store.StartAsync(new NewConversation("c1", new BuyerAddress("default", "taobao", "default", buyer), null, null, console.Clock.GetUtcNow()), CancellationToken.None);
        await console.Store.ReceiveAsync(new IncomingMessage("c1", null, "到哪了", console.Clock.GetUtcNow()), CancellationToken.None);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("context").GetProperty("orders").GetArrayLength().ShouldBe(orders);
    }

    [Theory]
    [InlineData(SlotKind.PhoneTail, "5678", "****")]
    [InlineData(SlotKind.PersonName, "王小明", "王**")]
    [InlineData(SlotKind.Address, "浙江省杭州市西湖区一号", "浙江省杭州市****")]
    [InlineData(SlotKind.Phone, "1234", "****")]
    public void Masked_TakesOutWhatIdentifies(SlotKind kind, string value, string masked) => PersonalValue.Masked(kind, value).ShouldBe(masked);
}
