namespace ReplyBot.Knowledge.Shop;

/// <summary>Which size fits whom.</summary>
/// <param name="Id">The id that products name.</param>
/// <param name="Unit">The units of length and weight, for example <c>cm/kg</c>.</param>
/// <param name="Rows">One row a size, from small to large.</param>
/// <param name="FitNote">How the cut falls, as it is said.</param>
public sealed record SizeTable(string Id, string Unit, IReadOnlyList<SizeRow> Rows, string? FitNote);
