namespace ReplyBot.Knowledge.Lint;

/// <summary>Something wrong in a text that is about to be said.</summary>
/// <param name="Code">The stable code of the rule, for example <c>KB301</c>.</param>
/// <param name="Severity">Whether it stops sending.</param>
/// <param name="Start">Where in the text it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="MessageZh">What is wrong, in Chinese.</param>
/// <param name="MessageEn">What is wrong, in English.</param>
/// <param name="Fix">What to write in place of the marked part, or null when the rule knows no better.</param>
public sealed record TextFinding(
    string Code,
    Severity Severity,
    int Start,
    int Length,
    string MessageZh,
    string MessageEn,
    string? Fix = null);
