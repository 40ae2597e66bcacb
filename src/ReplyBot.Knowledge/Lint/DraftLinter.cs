using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Checks a script that is being written against the others of a base, by the rules of <see cref="ScriptLinter"/>. What the others
/// have to say in it is worked out once, so that a check at every keystroke costs as much as one script. Immutable; any number of
/// threads may check at a time.
/// </summary>
public sealed class DraftLinter
{
    private readonly KnowledgeBase _base;
    private readonly OutboundGuard _guard;
    private readonly DuplicateRules _duplicates;

    /// <summary>Takes up a base.</summary>
    /// <param name="knowledgeBase">The base.</param>
    /// <param name="guard">The rules about what we say that the base makes.</param>
    public DraftLinter(KnowledgeBase knowledgeBase, OutboundGuard guard)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ArgumentNullException.ThrowIfNull(guard);
        _base = knowledgeBase;
        _guard = guard;
        _duplicates = new DuplicateRules(knowledgeBase.Scripts);
    }

    /// <summary>What lint would say of a script if it stood in the base after all others, in the place of the one with its id.</summary>
    /// <param name="draft">The script.</param>
    /// <param name="today">The day in the shop's calendar, for validity; null leaves validity unchecked.</param>
    public IReadOnlyList<Finding> Lint(Script draft, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var references = new ReferenceRules(_base with { Scripts = [.. _base.Scripts, draft] }, today);
        return
        [
            .. references.Check(draft).Concat(ScriptLinter.CheckTexts(draft, _guard)).Concat(_duplicates.Check(draft))
                .OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];
    }
}
