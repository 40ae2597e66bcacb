using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>
/// Brings scripts in from a table: (1) reads every row into a script, (2) checks each by the same rules as lint, (3) tells
/// new, changed and unchanged apart, (4) lays out the files to write. All or nothing: one error and nothing is written.
/// </summary>
public static class ScriptImport
{
    /// <summary>Plans an import without writing anything (a dry run).</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="knowledgeBase">The base as it is, read from its files.</param>
    /// <param name="suggestIntent">
    /// Names the intent of a question for rows that name none, as sellers' quick-phrase tables do; null leaves them errors.
    /// </param>
    public static ImportPlan Plan(byte[] bytes, KnowledgeBase knowledgeBase, Func<string, GuessedIntent?>? suggestIntent = null)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        var reading = SheetReader.Read(bytes);
        return reading.Table is null
            ? new ImportPlan([], [], [], [reading.Problem!], new Dictionary<string, string>())
            : Plan(reading.Table, knowledgeBase, suggestIntent);
    }

    /// <summary>Plans an import of a table that was read already.</summary>
    public static ImportPlan Plan(SheetTable table, KnowledgeBase knowledgeBase, Func<string, GuessedIntent?>? suggestIntent = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(knowledgeBase);

        // 1
        var problems = new List<RowProblem>();
        var rows = new ScriptRowReader(table, knowledgeBase, suggestIntent, problems).Read();

        // 2
        var known = knowledgeBase.Scripts.ToDictionary(script => script.Id, StringComparer.Ordinal);
        var merged = new Dictionary<string, Script>(known, StringComparer.Ordinal);
        foreach (var script in rows)
            merged[script.Id] = script;
        CheckRows(knowledgeBase with { Scripts = [.. merged.Values] }, problems);

        // 3
        var added = new List<Script>();
        var changed = new List<Script>();
        var unchanged = new List<string>();
        foreach (var script in rows)
        {
            if (!known.TryGetValue(script.Id, out var before))
                added.Add(script with { Source = null });
            else if (ScriptFile.Write([before]) == ScriptFile.Write([script]))
                unchanged.Add(script.Id);
            else
                changed.Add(script with { Source = before.Source });
        }

        // 4
        var plan = new ImportPlan(added, changed, unchanged, problems.OrderBy(problem => problem.Row).ThenBy(problem => problem.Column).ToArray(), new Dictionary<string, string>());
        return plan.IsClean ? plan with { Files = LayOut(knowledgeBase.Scripts, added, changed) } : plan;
    }

    /// <summary>Writes a clean plan: every file beside its place first, then all moved there.</summary>
    /// <param name="directory">The knowledge base.</param>
    /// <param name="plan">The plan.</param>
    /// <exception cref="InvalidOperationException">The plan has errors.</exception>
    public static void Apply(string directory, ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!plan.IsClean)
            throw new InvalidOperationException("An import with errors writes nothing.");
        var moves = new List<(string From, string To)>();
        foreach (var (path, text) in plan.Files)
        {
            var target = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target + ".new", text);
            moves.Add((target + ".new", target));
        }

        foreach (var (from, to) in moves)
            File.Move(from, to, overwrite: true);
    }

    private static void CheckRows(KnowledgeBase merged, List<RowProblem> problems)
    {
        problems.AddRange(ScriptLinter.Lint(merged)
            .Where(finding => RowPlace.ColumnIn(finding.File) is not null)
            .Select(finding => new RowProblem(
                finding.Line, RowPlace.ColumnIn(finding.File)!.Value, finding.Code, finding.Severity, finding.MessageZh, finding.MessageEn, finding.Fix)));
    }

    /// <summary>A changed script stays in its file; new ones go to one file a stage.</summary>
    private static Dictionary<string, string> LayOut(IReadOnlyList<Script> before, List<Script> added, List<Script> changed)
    {
        var changedById = changed.ToDictionary(script => script.Id, StringComparer.Ordinal);
        var touched = changed.Select(script => script.Source?.Script.File ?? ImportedPath(script))
            .Concat(added.Select(ImportedPath))
            .ToHashSet(StringComparer.Ordinal);
        return touched.Order(StringComparer.Ordinal).ToDictionary(path => path, path => ScriptFile.Write(before
            .Where(script => script.Source?.Script.File == path)
            .OrderBy(script => script.Source!.Script.Line)
            .Select(script => changedById.GetValueOrDefault(script.Id, script))
            .Concat(added.Where(script => ImportedPath(script) == path))));
    }

    private static string ImportedPath(Script script) => $"scripts/{ScriptVocabulary.Name(script.When.Stage)}/imported.yaml";
}
