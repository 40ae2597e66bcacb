namespace ReplyBot.Knowledge.Exchange;

/// <summary>A table as read from a CSV file or the first sheet of an XLSX file.</summary>
/// <param name="Columns">The headings of the first row.</param>
/// <param name="Rows">The rows below it that are not empty.</param>
public sealed record SheetTable(IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows);
