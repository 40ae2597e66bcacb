using System.Globalization;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Where to point for a script's field; a script without a file is pointed at by its id.</summary>
internal static class ScriptLocations
{
    public static SourceLocation LocationOf(this Script script, string field) =>
        script.Source?.At(field) ?? new SourceLocation(script.Id, 1, 1);

    public static SourceLocation LocationOf(this Script script, string field, int index) =>
        script.LocationOf(string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]"));

    public static Finding Finding(this Script script, string code, Severity severity, string field, string zh, string en, string? fix = null) =>
        script.FindingAt(script.LocationOf(field), code, severity, zh, en, fix);

    public static Finding FindingAt(
        this Script script, SourceLocation at, string code, Severity severity, string zh, string en, string? fix = null) =>
        new(code, severity, at.File, at.Line, at.Column, $"{script.Id}：{zh}", $"{script.Id}: {en}", fix);
}
