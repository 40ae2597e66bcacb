namespace ReplyBot.Conversations.Shop;

/// <summary>The shop's order system. It answers facts; who may hear them is decided by <see cref="OrderOwnership"/>.</summary>
public interface IShopData
{
    /// <summary>The order with this number, or null.</summary>
    Task<OrderFacts?> FindOrderAsync(string number, CancellationToken cancellation);

    /// <summary>The orders of a buyer whom the channel vouches for, newest first.</summary>
    Task<IReadOnlyList<OrderFacts>> OrdersOfAsync(string channel, string buyerId, CancellationToken cancellation);
}
