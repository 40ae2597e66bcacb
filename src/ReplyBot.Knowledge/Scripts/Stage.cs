namespace ReplyBot.Knowledge.Scripts;

/// <summary>Where a buyer is on the way from looking to reviewing. <see cref="Any"/> restricts nothing.</summary>
public enum Stage
{
    /// <summary>Every stage.</summary>
    Any,

    /// <summary>Before an order (pre-sale).</summary>
    PreSale,

    /// <summary>From the order to its receipt (in-sale).</summary>
    InSale,

    /// <summary>After receipt (after-sale).</summary>
    AfterSale,

    /// <summary>Reviewing (review).</summary>
    Review,
}
