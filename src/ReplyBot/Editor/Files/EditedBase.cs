using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Files;

/// <summary>What the files say at one moment, with everything lint has to say about it.</summary>
public sealed class EditedBase
{
    private readonly Lazy<OutboundGuard> _guard;
    private readonly Lazy<DraftLinter> _linter;
    private readonly Dictionary<string, Script> _scripts;

    /// <summary>Takes up what was read.</summary>
    /// <param name="content">The base.</param>
    /// <param name="findings">What reading and lint found.</param>
    /// <param name="changedAt">When each file was last written, by its path below the knowledge base.</param>
    public EditedBase(KnowledgeBase content, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, DateTimeOffset> changedAt)
    {
        Content = content;
        Findings = findings;
        ChangedAt = changedAt;
        FindingsByScript = Assign(content.Scripts, findings);
        _guard = new Lazy<OutboundGuard>(() => new OutboundGuard(content));
        _linter = new Lazy<DraftLinter>(() => new DraftLinter(content, Guard));
        _scripts = content.Scripts.DistinctBy(script => script.Id).ToDictionary(script => script.Id, StringComparer.Ordinal);
    }

    /// <summary>The base.</summary>
    public KnowledgeBase Content { get; }

    /// <summary>What reading and lint found, in the order of files and lines.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>When each file was last written, by its path.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ChangedAt { get; }

    /// <summary>The findings that lie within a script, by its id.</summary>
    public ILookup<string, Finding> FindingsByScript { get; }

    /// <summary>The rules about what we say, as these files make them.</summary>
    public OutboundGuard Guard => _guard.Value;

    /// <summary>Checks a script that is being written against all others.</summary>
    public DraftLinter Linter => _linter.Value;

    /// <summary>Whether something keeps the base from being published.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The script with this id, or null.</summary>
    public Script? Find(string id) => _scripts.GetValueOrDefault(id);

    /// <summary>A finding belongs to the last script that begins at or above its line.</summary>
    private static ILookup<string, Finding> Assign(IReadOnlyList<Script> scripts, IReadOnlyList<Finding> findings)
    {
        var starts = scripts.Where(script => script.Source is not null)
            .GroupBy(script => script.Source!.Script.File, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(script => script.Source!.Script.Line).ToArray(), StringComparer.Ordinal);
        return findings
            .Select(finding => (finding, script: starts.GetValueOrDefault(finding.File)?.LastOrDefault(script => script.Source!.Script.Line <= finding.Line)))
            .Where(pair => pair.script is not null)
            .ToLookup(pair => pair.script!.Id, pair => pair.finding, StringComparer.Ordinal);
    }
}
