using System.Globalization;
using System.Text;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>
/// Writes scripts as a table. Lists stand in one cell, a line each; a simpler wording begins with 【简】. A cell that a spreadsheet would run as a formula gets
/// an apostrophe before it, which the import takes off again.
/// </summary>
public static class ScriptExport
{
    /// <summary>As CSV in UTF-8 with BOM, which spreadsheet programs open rightly.</summary>
    public static byte[] ToCsv(IEnumerable<Script> scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        var csv = new StringBuilder();
        foreach (var row in Rows(scripts))
            CsvText.Write(csv, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    /// <summary>As an XLSX file.</summary>
    public static byte[] ToXlsx(IEnumerable<Script> scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        return XlsxWriter.Write(Rows(scripts));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<Script> scripts)
    {
        yield return ScriptColumns.Exported.Select(column => column.Heading).ToArray();
        foreach (var script in scripts)
            yield return ScriptColumns.Exported.Select(column => FormulaGuard.Neutralise(Cell(script, column.Column))).ToArray();
    }

    private static string Cell(Script script, ScriptColumn column)
    {
        var when = script.When;
        return column switch
        {
            ScriptColumn.Id => script.Id,
            ScriptColumn.Intent => script.Intent,
            ScriptColumn.Question => script.Question,
            ScriptColumn.Variants => CellText.Join(script.Variants),
            ScriptColumn.Wordings => CellText.Join(script.Wordings),
            ScriptColumn.Stage => when.Stage == Stage.Any ? "" : ScriptVocabulary.Name(when.Stage),
            ScriptColumn.Channels => CellText.Join(when.Channels),
            ScriptColumn.Products => CellText.Join(when.Products),
            ScriptColumn.Categories => CellText.Join(when.Categories),
            ScriptColumn.Buyers => CellText.Join(when.Buyers),
            ScriptColumn.Emotions => CellText.Join(when.Emotions),
            ScriptColumn.Hours => when.Hours == ServiceHours.Any ? "" : ScriptVocabulary.Hours[(int)when.Hours],
            ScriptColumn.From => when.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ScriptColumn.Until => when.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ScriptColumn.Send => ScriptVocabulary.SendModes[(int)script.Send],
            ScriptColumn.FollowUpAfter => script.FollowUp?.Delay ?? "",
            ScriptColumn.FollowUpScript => script.FollowUp?.Script ?? "",
            ScriptColumn.Tags => CellText.Join(script.Tags),
            ScriptColumn.Note => script.Note ?? "",
            _ => "",
        };
    }
}
