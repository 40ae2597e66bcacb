using ReplyBot.Conversations.Serving;

namespace ReplyBot;

/// <summary>Which shop this is. One program serves one shop; the id is on every row, so that data of several can be brought together.</summary>
public sealed class ShopIdentity(IServingBase serving)
{
    /// <summary>The shop's id in the database.</summary>
    public string Id { get; } = "default";

    /// <summary>The shop's name as buyers see it.</summary>
    public string Name => serving.Current.Bundle.Content.Shop.Name is { Length: > 0 } name ? name : "客服";
}
