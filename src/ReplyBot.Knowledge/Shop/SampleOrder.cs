namespace ReplyBot.Knowledge.Shop;

/// <summary>
/// An order of the sample shop. Its times count back from the day on which it is read, so that a demonstration is
/// never out of date.
/// </summary>
/// <param name="Number">The order number.</param>
/// <param name="Buyer">The id of the buyer who placed it.</param>
/// <param name="Receiver">The receiver's name.</param>
/// <param name="Phone">The receiver's phone.</param>
/// <param name="Address">The receiver's address.</param>
/// <param name="Items">What was ordered.</param>
/// <param name="Amount">What was paid, in yuan.</param>
/// <param name="Status">unpaid, paid, dispatched, delivered, completed, cancelled, refunding or refunded.</param>
/// <param name="Placed">When it was placed.</param>
/// <param name="Paid">When it was paid.</param>
/// <param name="Dispatched">When it was sent.</param>
/// <param name="Delivered">When it arrived.</param>
/// <param name="Parcel">The parcel, once sent.</param>
/// <param name="RefundStatus">How far a refund is, as it is said.</param>
/// <param name="InvoiceStatus">How far the invoice is, as it is said.</param>
public sealed record SampleOrder(
    string Number,
    string Buyer,
    string Receiver,
    string Phone,
    string Address,
    IReadOnlyList<SampleOrderItem> Items,
    decimal Amount,
    string Status,
    SampleTime? Placed,
    SampleTime? Paid,
    SampleTime? Dispatched,
    SampleTime? Delivered,
    SampleParcel? Parcel,
    string? RefundStatus,
    string? InvoiceStatus);
