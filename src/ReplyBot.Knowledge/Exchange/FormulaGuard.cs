namespace ReplyBot.Knowledge.Exchange;

/// <summary>Keeps spreadsheets from running a text as a formula.</summary>
internal static class FormulaGuard
{
    public static string Neutralise(string cell) => LooksLikeFormula(cell) || LooksNeutralised(cell) ? "'" + cell : cell;

    public static string Restore(string cell) => LooksNeutralised(cell) ? cell[1..] : cell;

    private static bool LooksLikeFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>An apostrophe before a formula, or before one that was neutralised already, is ours.</summary>
    private static bool LooksNeutralised(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && (LooksLikeFormula(cell[1..]) || LooksNeutralised(cell[1..]));
}
