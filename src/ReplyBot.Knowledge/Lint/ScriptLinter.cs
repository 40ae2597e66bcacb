using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Checks a whole knowledge base: each script by itself, what we say in it, what one entry says of another, and questions
/// that stand twice. Findings come in the order of files and lines.
/// </summary>
public static class ScriptLinter
{
    /// <summary>Lints a knowledge base that was read from files.</summary>
    /// <param name="knowledgeBase">The base.</param>
    /// <param name="today">The day in the shop's calendar, for validity; null leaves validity unchecked.</param>
    public static IReadOnlyList<Finding> Lint(KnowledgeBase knowledgeBase, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var duplicates = Task.Run(() => DuplicateRules.Check(knowledgeBase.Scripts).ToArray());
        var guard = new OutboundGuard(knowledgeBase, forDrafts: false);
        var references = new ReferenceRules(knowledgeBase, today);
        var scripts = knowledgeBase.Scripts.AsParallel().AsOrdered()
            .SelectMany(script => references.Check(script).Concat(CheckTexts(script, guard)))
            .ToArray();
        return
        [
            .. references.CheckBase()
                .Concat(scripts)
                .Concat(duplicates.GetAwaiter().GetResult())
                .OrderBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.Column)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal),
        ];
    }

    internal static IEnumerable<Finding> CheckTexts(Script script, OutboundGuard guard)
    {
        for (var i = 0; i < script.Wordings.Count; i++)
        {
            foreach (var found in guard.CheckTemplate(script.Wordings[i].Text, script.When.Channels))
            {
                var at = script.LocationOf("wordings", i);
                var said = script.Wordings[i].Text.Substring(found.Start, found.Length);
                yield return new Finding(
                    found.Code, found.Severity, at.File, at.Line, at.Column + ColumnOffset(script.Wordings[i].Text, found.Start),
                    $"{script.Id}：{found.MessageZh}", $"{script.Id}: {found.MessageEn}",
                    found.Fix is null || said.Length == script.Wordings[i].Text.Length ? found.Fix : $"{said} → {found.Fix}");
            }
        }

        // Variants are buyers' speech: anything may be said, but nobody's data may lie in the files.
        for (var i = 0; i < script.Variants.Count; i++)
        {
            if (!script.Variants[i].AsSpan().ContainsAnyInRange('0', '9') || PersonalDataRule.FindNumber(script.Variants[i]) is not var (start, _))
                continue;
            var at = script.LocationOf("variants", i);
            yield return new Finding(
                FindingCodes.PersonalData, Severity.Error, at.File, at.Line, at.Column + start,
                $"{script.Id}：相似问里有个人信息", $"{script.Id}: personal data in a variant");
        }
    }

    /// <summary>A wording of one line stands in the file as it is; of a folded one only the beginning is known.</summary>
    private static int ColumnOffset(string text, int start) => text.Contains('\n', StringComparison.Ordinal) ? 0 : start;
}
