using ReplyBot.Editor.Scripts;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Editor.Checking;

/// <summary>Something wrong in a script that is being written.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Severity">Whether it keeps the script from being published.</param>
/// <param name="Field">The form's field: <c>question</c>, <c>variants[2]</c>, <c>wordings[0]</c>, <c>when.until</c>; empty for the whole script.</param>
/// <param name="Start">Where in the field it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is; 0 for the whole field.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to write in place of the marked part; null where the rule knows no better.</param>
internal sealed record DraftFinding(string Code, Severity Severity, string Field, int Start, int Length, BilingualText Message, string? Fix);
