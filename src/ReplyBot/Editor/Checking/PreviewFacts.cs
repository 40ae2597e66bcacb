using ReplyBot.Conversations;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;
using ReplyBot.Shop;

namespace ReplyBot.Editor.Checking;

/// <summary>Facts to show a wording with: those of the sample shop's orders and products, of whichever knows a slot first.</summary>
internal sealed class PreviewFacts
{
    private const string SampleBuyer = "小王";

    private readonly SlotFacts _shop;
    private readonly IReadOnlyList<SlotFacts> _samples;

    private PreviewFacts(SlotFacts shop, IReadOnlyList<SlotFacts> samples)
    {
        _shop = shop;
        _samples = samples;
    }

    /// <summary>Gathers the facts.</summary>
    /// <param name="content">The base with its sample orders.</param>
    /// <param name="asked">What a buyer would ask.</param>
    /// <param name="agentName">The name under which an agent would send it.</param>
    /// <param name="shopClock">The shop's clock.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Ends the gathering.</param>
    public static async Task<PreviewFacts> GatherAsync(
        KnowledgeBase content, string asked, string agentName, ShopClock shopClock, TimeProvider clock, CancellationToken cancellation)
    {
        var body = new BodyMeasures(165, 55);
        var now = shopClock.Local(clock.GetUtcNow());
        var shop = new SlotFacts(content, null, null, asked, body, now) { AgentName = agentName, BuyerName = SampleBuyer };
        var orders = new SampleShopData(content, shopClock, clock);
        var samples = new List<SlotFacts>();
        foreach (var order in content.Orders)
            samples.Add(shop with { Order = await orders.FindOrderAsync(order.Number, cancellation) });
        samples.AddRange(content.Products.Select(product => shop with { Product = product }));
        return new PreviewFacts(shop, samples);
    }

    /// <summary>The value of a slot, or null where not even the sample shop has one.</summary>
    public string? Lookup(string slot) =>
        _shop.Lookup(slot) ?? _samples.Select(facts => facts.Lookup(slot)).FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
