namespace ReplyBot.Knowledge.Shop;

/// <summary>A range of a measure, both ends included, in the size table's unit.</summary>
public sealed record MeasureRange(decimal From, decimal To);
