using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Files;

/// <summary>Collects what is wrong in one file.</summary>
/// <param name="file">The path below the knowledge base.</param>
internal sealed class FileFindings(string file)
{
    private readonly List<Finding> _findings = [];

    public string File { get; } = file;

    public IReadOnlyList<Finding> All => _findings;

    public void Add(string code, int line, int column, string zh, string en, string? fix = null) =>
        _findings.Add(new Finding(code, Severity.Error, File, line, column, zh, en, fix));

    public void Add(string code, YamlNode at, string zh, string en, string? fix = null) =>
        Add(code, at.Line, at.Column, zh, en, fix);
}
