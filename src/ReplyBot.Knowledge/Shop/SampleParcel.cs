namespace ReplyBot.Knowledge.Shop;

/// <summary>The parcel of a sample order.</summary>
/// <param name="Carrier">The courier's name.</param>
/// <param name="Number">The tracking number.</param>
/// <param name="Events">What happened to it, oldest first.</param>
public sealed record SampleParcel(string Carrier, string Number, IReadOnlyList<SampleParcelEvent> Events);
