namespace ReplyBot.Knowledge.Exchange;

/// <summary>A row of a table.</summary>
/// <param name="Number">Its number in the file, from 1; the headings are usually row 1.</param>
/// <param name="Cells">Its cells; missing ones at the end are left out.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column, empty when the row is shorter.</summary>
    public string Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
