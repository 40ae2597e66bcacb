namespace ReplyBot.Knowledge.Exchange;

/// <summary>What reading a table came to.</summary>
/// <param name="Table">The table, or null when the file cannot be read.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
public sealed record SheetReading(SheetTable? Table, RowProblem? Problem);
