using System.Globalization;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>
/// Lint points into files by line and column; of a table it must point at a row and a cell. A script of a row has a place for each of
/// its fields: the line is the row, and the cell's column stands where the file's name would.
/// </summary>
internal static class RowPlace
{
    private const string Cell = "#";

    /// <summary>Where a cell stands.</summary>
    /// <param name="row">The row, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public static SourceLocation Of(int row, int column) => new(Cell + column.ToString(CultureInfo.InvariantCulture), row, 1);

    /// <summary>The column of a finding about a cell, or null of one about a file.</summary>
    public static int? ColumnIn(string file) =>
        file.StartsWith(Cell, StringComparison.Ordinal) ? int.Parse(file.AsSpan(Cell.Length), CultureInfo.InvariantCulture) : null;
}
