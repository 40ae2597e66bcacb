using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>Something wrong in a row of an imported table.</summary>
/// <param name="Row">The row in the file, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column, from 1; 0 for the row as a whole.</param>
/// <param name="Code">The rule's code.</param>
/// <param name="Severity">Whether it stops the import.</param>
/// <param name="MessageZh">What is wrong, in Chinese.</param>
/// <param name="MessageEn">What is wrong, in English.</param>
/// <param name="Fix">What to write instead, or null.</param>
public sealed record RowProblem(
    int Row, int Column, string Code, Severity Severity, string MessageZh, string MessageEn, string? Fix = null);
