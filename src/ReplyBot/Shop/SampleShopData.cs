using System.Collections.Immutable;
using System.Globalization;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Shop;

/// <summary>
/// The order system of the sample shop: the orders of <c>knowledge-base/shop/orders.yaml</c>, whose times count back from today.
/// A shop with an order system of its own puts another <see cref="IShopData"/> in its place.
/// </summary>
public sealed class SampleShopData : IShopData
{
    private static readonly Dictionary<string, string> StatusWords = new(StringComparer.Ordinal)
    {
        ["unpaid"] = "待付款",
        ["paid"] = "已付款，仓库备货中",
        ["dispatched"] = "已发货，运输中",
        ["delivered"] = "已签收",
        ["completed"] = "交易完成",
        ["cancelled"] = "已取消",
        ["refunding"] = "退款处理中",
        ["refunded"] = "已退款",
    };

    private readonly ImmutableDictionary<string, SampleOrder> _byNumber;
    private readonly ILookup<string, SampleOrder> _byBuyer;
    private readonly KnowledgeBase _knowledge;
    private readonly ShopClock _shopClock;
    private readonly TimeProvider _clock;

    /// <summary>Serves the orders of a knowledge base.</summary>
    public SampleShopData(KnowledgeBase knowledge, ShopClock shopClock, TimeProvider clock)
    {
        _knowledge = knowledge;
        _shopClock = shopClock;
        _clock = clock;
        _byNumber = knowledge.Orders.ToImmutableDictionary(order => order.Number);
        _byBuyer = knowledge.Orders.ToLookup(order => order.Buyer);
    }

    public Task<OrderFacts?> FindOrderAsync(string number, CancellationToken cancellation) =>
        Task.FromResult(_byNumber.TryGetValue(number, out var order) ? Facts(order) : null);

    public Task<IReadOnlyList<OrderFacts>> OrdersOfAsync(string channel, string buyerId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OrderFacts>>([.. _byBuyer[buyerId].OrderBy(order => order.Placed?.DaysAgo ?? int.MaxValue).Select(Facts)]);

    private OrderFacts Facts(SampleOrder order)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        void Fill(string slot, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                slots[slot] = value;
        }

        var status = StatusWords.GetValueOrDefault(order.Status, order.Status);
        Fill("order.number", order.Number);
        Fill("order.status", status);
        Fill("order.paid_at", Day(order.Paid));
        Fill("order.dispatched_at", Day(order.Dispatched));
        if (order.Status == "paid")
            Fill("order.dispatch_by", DispatchBy(order));
        Fill("order.items", string.Join('、', order.Items.Select(Item)));
        Fill("order.amount", order.Amount.ToString("0.##", CultureInfo.InvariantCulture));
        Fill("order.receiver", order.Receiver.Length > 0 ? order.Receiver[..1] + new string('*', order.Receiver.Length - 1) : null);
        Fill("order.address", order.Address.Length > 6 ? order.Address[..6] + "****" : null);
        Fill("order.refund_status", order.RefundStatus);
        Fill("order.invoice_status", order.InvoiceStatus);
        if (order.Parcel is { } parcel)
        {
            Fill("parcel.carrier", parcel.Carrier);
            Fill("parcel.number", parcel.Number);
            if (parcel.Events.Count > 0)
                Fill("parcel.latest", $"{Day(parcel.Events[^1].Time)} {parcel.Events[^1].Text}");
            if (order.Status == "dispatched")
                Fill("parcel.eta", Eta(order));
        }
        var paidAt = order.Paid is { } paid ? (DateTimeOffset?)Moment(paid) : null;
        return new OrderFacts(order.Number, order.Phone.Length >= 4 ? order.Phone[^4..] : "", status, paidAt, [.. order.Items.Select(item => item.Product).Distinct()], slots);
    }

    private string Item(SampleOrderItem item)
    {
        var name = _knowledge.FindProduct(item.Product)?.Name ?? item.Product;
        var details = string.Join(' ', new[] { item.Color, item.Size }.Where(detail => !string.IsNullOrEmpty(detail)));
        return details.Length > 0 ? $"{name}（{details}）×{item.Quantity}" : $"{name}×{item.Quantity}";
    }

    private string? DispatchBy(SampleOrder order) =>
        order.Paid is { } paid && double.TryParse(_knowledge.Policy.Slots.GetValueOrDefault("dispatch_hours"), NumberStyles.Float, CultureInfo.InvariantCulture, out var hours)
            ? Ahead(Moment(paid).AddHours(hours))?.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)
            : null;

    private string? Eta(SampleOrder order)
    {
        var days = _knowledge.Policy.Slots.GetValueOrDefault("delivery_days") ?? "";
        var last = days.Split('至', '-', '到')[^1].Trim();
        return order.Dispatched is { } sent && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? Ahead(Moment(sent).AddDays(most))?.ToString("M月d日", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A time that may still be promised; one that has passed is not said.</summary>
    private DateTimeOffset? Ahead(DateTimeOffset promised) => promised > _clock.GetUtcNow() ? promised : null;

    private string? Day(SampleTime? time) => time is null ? null : Moment(time).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    private DateTimeOffset Moment(SampleTime time)
    {
        var now = _shopClock.Local(_clock.GetUtcNow());
        var moment = time.On(DateOnly.FromDateTime(now.DateTime), _shopClock.Offset);
        return moment < now ? moment : now;
    }
}
