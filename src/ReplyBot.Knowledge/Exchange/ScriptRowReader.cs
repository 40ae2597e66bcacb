using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>Reads the rows of an exchanged table into scripts and says, cell by cell, what is wrong.</summary>
internal sealed class ScriptRowReader(
    SheetTable table, KnowledgeBase knowledgeBase, Func<string, GuessedIntent?>? suggestIntent, List<RowProblem> problems)
{
    private const int LongestQuestion = 24;

    private static readonly char[] ClauseEnds = [.. "，。！？,!?~～\n"];

    private static readonly string[] Addresses = ["亲", "亲亲", "亲爱的", "您好", "你好", "亲您好", "您好亲", "在的", "在的亲"];

    private readonly ScriptColumn?[] _columns = table.Columns.Select(ScriptColumns.Find).ToArray();

    /// <summary>The scripts of the rows, each with the places of its fields.</summary>
    public IReadOnlyList<Script> Read()
    {
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (_columns[column] is null && table.Columns[column].Length > 0)
            {
                problems.Add(new RowProblem(
                    1, column + 1, FindingCodes.UnknownField, Severity.Warning,
                    $"不认识的列“{table.Columns[column]}”，会被忽略", $"Unknown column '{table.Columns[column]}'; it is passed over"));
            }
        }

        if (!_columns.Contains(ScriptColumn.Phrase) && !_columns.Contains(ScriptColumn.Wordings))
        {
            problems.Add(new RowProblem(
                1, 1, FindingCodes.MissingField, Severity.Error,
                "没有找到内容列，应当有“快捷短语”“内容”或“回答”", "There is no column for the content: 快捷短语, 内容 or 回答"));
            return [];
        }

        var scripts = new List<Script>();
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (ReadRow(row) is not { } script)
                continue;
            if (rowOf.TryAdd(script.Id, row.Number))
                scripts.Add(script with { Source = PlacesOf(row, script) });
            else
                Error(row, ScriptColumn.Id, FindingCodes.DuplicateId, $"与第 {rowOf[script.Id]} 行重复", $"The same as row {rowOf[script.Id]}");
        }

        return scripts;
    }

    private Script? ReadRow(SheetRow row)
    {
        var errors = problems.Count;
        var phrase = Cell(row, ScriptColumn.Phrase).Trim();
        IReadOnlyList<Wording> wordings = phrase.Length > 0 ? [new Wording(phrase)] : CellText.SplitWordings(Cell(row, ScriptColumn.Wordings));
        if (wordings.Count == 0)
        {
            Error(row, ScriptColumn.Phrase, FindingCodes.MissingField, "没有内容", "There is no content");
            return null;
        }

        var question = QuestionOf(row, wordings[0].Text);
        var intent = Cell(row, ScriptColumn.Intent).Trim();
        if (intent.Length == 0 && suggestIntent?.Invoke(question + " " + wordings[0].Text) is { } guess)
        {
            intent = guess.Id;
            Warn(row, ScriptColumn.Intent, FindingCodes.GuessedIntent,
                string.Create(CultureInfo.InvariantCulture, $"没有写意图，猜是 {guess.Id}（把握 {guess.Confidence:0%}），请核对"),
                string.Create(CultureInfo.InvariantCulture, $"No intent is given; taken for {guess.Id} (confidence {guess.Confidence:0%}), please check"));
        }

        if (intent.Length == 0)
            Error(row, ScriptColumn.Intent, FindingCodes.MissingField, "没有意图，也认不出意图", "No intent is given, and none can be told");
        var script = new Script(
            IdOf(row, intent, wordings[0].Text), intent, question,
            CellText.Split(Cell(row, ScriptColumn.Variants)),
            wordings,
            ReadConditions(row, intent),
            ReadSendMode(row),
            ReadFollowUp(row),
            ReadTags(row),
            Cell(row, ScriptColumn.Note) is { Length: > 0 } note ? note : null);
        return problems.Skip(errors).Any(problem => problem.Severity == Severity.Error) ? null : script;
    }

    /// <summary>The question, or the group and the beginning of the phrase for a table that has none.</summary>
    private string QuestionOf(SheetRow row, string phrase)
    {
        if (Cell(row, ScriptColumn.Question).Trim() is { Length: > 0 } question)
            return question;

        // The first clause that says something: 亲 and 您好 name nothing.
        var begin = phrase.Split(ClauseEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(clause => !Addresses.Contains(clause)) ?? phrase;
        begin = begin[..Math.Min(begin.Length, LongestQuestion)];
        return Cell(row, ScriptColumn.Group).Trim() is { Length: > 0 } group ? $"{group}：{begin}" : begin;
    }

    /// <summary>The id, or one made of the phrase itself, so that the same table twice changes nothing.</summary>
    private string IdOf(SheetRow row, string intent, string phrase)
    {
        if (Cell(row, ScriptColumn.Id).Trim() is { Length: > 0 } id)
            return id;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Cell(row, ScriptColumn.Group).Trim() + "\n" + phrase));
        return $"{intent}.imported-{Convert.ToHexStringLower(hash.AsSpan(0, 5))}";
    }

    private Conditions ReadConditions(SheetRow row, string intent)
    {
        var stage = Cell(row, ScriptColumn.Stage).Trim();
        if (stage.Length == 0 && !_columns.Contains(ScriptColumn.Stage))
            stage = ScriptVocabulary.Name(knowledgeBase.Taxonomy.FirstOrDefault(one => one.Id == intent)?.Stage ?? Stage.Any);
        return new Conditions(
            (Stage)Choice(row, ScriptColumn.Stage, stage, ScriptVocabulary.Stages),
            CellText.Split(Cell(row, ScriptColumn.Channels)),
            CellText.Split(Cell(row, ScriptColumn.Products)),
            CellText.Split(Cell(row, ScriptColumn.Categories)),
            CellText.Split(Cell(row, ScriptColumn.Buyers)),
            CellText.Split(Cell(row, ScriptColumn.Emotions)),
            (ServiceHours)Choice(row, ScriptColumn.Hours, Cell(row, ScriptColumn.Hours).Trim(), ScriptVocabulary.Hours),
            Day(row, ScriptColumn.From),
            Day(row, ScriptColumn.Until));
    }

    /// <summary>What comes from elsewhere is for humans to send until an editor has said otherwise.</summary>
    private SendMode ReadSendMode(SheetRow row)
    {
        var send = Cell(row, ScriptColumn.Send).Trim();
        return send.Length == 0 ? SendMode.Agent : (SendMode)Choice(row, ScriptColumn.Send, send, ScriptVocabulary.SendModes);
    }

    private FollowUp? ReadFollowUp(SheetRow row)
    {
        var after = Cell(row, ScriptColumn.FollowUpAfter).Trim();
        var script = Cell(row, ScriptColumn.FollowUpScript).Trim();
        if (after.Length == 0 && script.Length == 0)
            return null;
        if (script.Length > 0 && FollowUp.ParseDelay(after) is { } delay)
            return new FollowUp(delay, script);

        Error(row, ScriptColumn.FollowUpAfter, FindingCodes.WrongValue, "跟进时间应当写成 30m、24h 或 7d，并写明跟进话术", "A follow-up needs a delay such as 30m, 24h or 7d, and a script");
        return null;
    }

    private string[] ReadTags(SheetRow row) =>
        CellText.Split(Cell(row, ScriptColumn.Tags))
            .Append(Cell(row, ScriptColumn.Group).Trim())
            .Append(Cell(row, ScriptColumn.Shortcut).Trim())
            .Where(tag => tag.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

    private int Choice(SheetRow row, ScriptColumn column, string text, IReadOnlyList<string> words)
    {
        if (text.Length == 0)
            return 0;
        var index = words.IndexOf(text);
        if (index >= 0)
            return index;
        var choices = string.Join(", ", words);
        Error(row, column, FindingCodes.WrongValue, $"“{text}”不对，只能是：{choices}", $"'{text}' must be one of: {choices}");
        return 0;
    }

    private DateOnly? Day(SheetRow row, ScriptColumn column)
    {
        var text = Cell(row, column).Trim();
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Error(row, column, FindingCodes.WrongValue, $"“{text}”不是日期，应当写成 2026-01-31", $"'{text}' is no date such as 2026-01-31");
        return null;
    }

    private string Cell(SheetRow row, ScriptColumn column) => FormulaGuard.Restore(row.Cell(Array.IndexOf(_columns, column)));

    private void Error(SheetRow row, ScriptColumn column, string code, string zh, string en) =>
        problems.Add(new RowProblem(row.Number, ColumnOf(column), code, Severity.Error, zh, en));

    private void Warn(SheetRow row, ScriptColumn column, string code, string zh, string en) =>
        problems.Add(new RowProblem(row.Number, ColumnOf(column), code, Severity.Warning, zh, en));

    /// <summary>The column, from 1; of what the table has no column for, the column of the content.</summary>
    private int ColumnOf(ScriptColumn column) =>
        1 + (Array.IndexOf(_columns, column) is >= 0 and var place ? place : Array.FindIndex(_columns, one => one is ScriptColumn.Phrase or ScriptColumn.Wordings));

    /// <summary>Where each field of a row's script stands.</summary>
    private ScriptSource PlacesOf(SheetRow row, Script script)
    {
        var places = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var (field, column) in Places)
            places[field] = RowPlace.Of(row.Number, ColumnOf(column));
        for (var i = 0; i < script.Wordings.Count; i++)
            places[string.Create(CultureInfo.InvariantCulture, $"wordings[{i}]")] = RowPlace.Of(row.Number, ColumnOf(ScriptColumn.Wordings));
        for (var i = 0; i < script.Variants.Count; i++)
            places[string.Create(CultureInfo.InvariantCulture, $"variants[{i}]")] = RowPlace.Of(row.Number, ColumnOf(ScriptColumn.Variants));
        return new ScriptSource(RowPlace.Of(row.Number, ColumnOf(ScriptColumn.Id)), places);
    }

    private static readonly (string Field, ScriptColumn Column)[] Places =
    [
        ("id", ScriptColumn.Id), ("intent", ScriptColumn.Intent), ("question", ScriptColumn.Question), ("variants", ScriptColumn.Variants),
        ("wordings", ScriptColumn.Wordings), ("send", ScriptColumn.Send), ("tags", ScriptColumn.Tags), ("note", ScriptColumn.Note), ("follow_up", ScriptColumn.FollowUpScript),
        ("when.stage", ScriptColumn.Stage), ("when.channels", ScriptColumn.Channels), ("when.products", ScriptColumn.Products), ("when.categories", ScriptColumn.Categories),
        ("when.buyer", ScriptColumn.Buyers), ("when.emotion", ScriptColumn.Emotions), ("when.hours", ScriptColumn.Hours), ("when.from", ScriptColumn.From), ("when.until", ScriptColumn.Until),
    ];
}
