namespace ReplyBot.Knowledge.Lint;

/// <summary>Something wrong in a file of the knowledge base.</summary>
/// <param name="Code">The stable code of the rule, for example <c>KB301</c>.</param>
/// <param name="Severity">Whether it stops publishing.</param>
/// <param name="File">The path below the knowledge base, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
/// <param name="MessageZh">What is wrong, in Chinese.</param>
/// <param name="MessageEn">What is wrong, in English.</param>
/// <param name="Fix">What to write instead, or null when the rule knows no better.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string File,
    int Line,
    int Column,
    string MessageZh,
    string MessageEn,
    string? Fix = null);
