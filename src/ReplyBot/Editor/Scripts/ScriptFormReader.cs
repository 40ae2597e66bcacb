using System.Globalization;
using ReplyBot.Accounts.Http;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Scripts;

/// <summary>
/// Turns the form into a script. What a file could not hold is an error of the form; what only breaks a rule is left to lint, so that
/// work may be saved half done and is kept from being published instead.
/// </summary>
internal static class ScriptFormReader
{
    private const int LongestQuestion = 200;
    private const int LongestWording = 2000;
    private const int LongestNote = 1000;
    private const int MostItems = 200;

    /// <summary>Reads the form; the script has what could be read, the errors say what could not.</summary>
    public static (Script Script, FieldErrors Errors) Read(ScriptForm form, string id, string intent)
    {
        var errors = new FieldErrors().Require("question", form.Question);
        var wordings = (form.Wordings ?? []).Select(wording => new Wording(Clean(wording.Text), wording.Simpler)).Where(wording => wording.Text.Length > 0).ToArray();
        if (wordings.Length == 0)
            errors.Add("wordings", "至少写一种回答 / at least one wording is needed");
        if (wordings.Any(wording => wording.Text.Length > LongestWording))
            errors.Add("wordings", $"每种回答最多 {LongestWording} 个字符 / at most {LongestWording} characters each");
        var variants = Lines(form.Variants, "variants", errors);
        if (variants.Append(form.Question ?? "").Any(text => text.Length > LongestQuestion))
            errors.Add("variants", $"每个问法最多 {LongestQuestion} 个字符 / at most {LongestQuestion} characters each");
        if (form.Note?.Length > LongestNote)
            errors.Add("note", $"最多 {LongestNote} 个字符 / at most {LongestNote} characters");
        var script = new Script(
            id, intent, Clean(form.Question), variants, wordings, ReadConditions(form.When ?? new ConditionsForm(), errors),
            (SendMode)Choice(form.Send, ScriptVocabulary.SendModes, "send", errors),
            ReadFollowUp(form.FollowUp, errors), Lines(form.Tags, "tags", errors), Clean(form.Note) is { Length: > 0 } note ? note : null);
        return (script, errors);
    }

    private static Conditions ReadConditions(ConditionsForm when, FieldErrors errors) => new(
        (Stage)Choice(when.Stage, ScriptVocabulary.Stages, "when.stage", errors),
        Lines(when.Channels, "when.channels", errors),
        Lines(when.Products, "when.products", errors),
        Lines(when.Categories, "when.categories", errors),
        Lines(when.Buyers, "when.buyers", errors),
        Lines(when.Emotions, "when.emotions", errors),
        (ServiceHours)Choice(when.Hours, ScriptVocabulary.Hours, "when.hours", errors),
        Day(when.From, "when.from", errors),
        Day(when.Until, "when.until", errors));

    private static FollowUp? ReadFollowUp(FollowUpForm? followUp, FieldErrors errors)
    {
        if (followUp is null || string.IsNullOrWhiteSpace(followUp.Script))
            return null;
        if (followUp.Minutes is >= 1 and <= 600_000 and var minutes)
            return new FollowUp(TimeSpan.FromMinutes(minutes), followUp.Script.Trim());
        errors.Add("followUp", "时间不对 / not a time that can be waited");
        return null;
    }

    private static string[] Lines(IReadOnlyList<string>? lines, string field, FieldErrors errors)
    {
        if (lines?.Count > MostItems)
            errors.Add(field, $"最多 {MostItems} 项 / at most {MostItems}");
        return [.. (lines ?? []).Take(MostItems).Select(Clean).Where(line => line.Length > 0)];
    }

    private static int Choice(string? name, IReadOnlyList<string> names, string field, FieldErrors errors)
    {
        for (var place = 0; place < names.Count; place++)
            if (names[place] == (name ?? names[0]))
                return place;
        errors.Add(field, $"只能是 {string.Join('、', names)} / must be one of {string.Join(", ", names)}");
        return 0;
    }

    private static DateOnly? Day(string? text, string field, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        errors.Add(field, "日期写成 2026-01-31 / write a day as 2026-01-31");
        return null;
    }

    private static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
