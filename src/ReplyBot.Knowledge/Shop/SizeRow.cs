namespace ReplyBot.Knowledge.Shop;

/// <summary>A size and whom it fits.</summary>
/// <param name="Size">The size's name.</param>
/// <param name="Height">The body heights that it fits.</param>
/// <param name="Weight">The body weights that it fits.</param>
/// <param name="Measures">The garment's measures by name (chest, waist, hip, shoulder, length).</param>
public sealed record SizeRow(
    string Size,
    MeasureRange Height,
    MeasureRange Weight,
    IReadOnlyDictionary<string, decimal> Measures);
