using System.Globalization;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Files;

/// <summary>
/// Takes a mapping apart field by field and reports every field that is missing, of the wrong kind, or unknown. After
/// the last field is taken, <see cref="ReportUnknown"/> names the keys that nobody asked for: a misspelt key must not
/// silently do nothing.
/// </summary>
internal sealed class MappingReader(YamlMapping mapping, FileFindings findings)
{
    private readonly bool[] _asked = new bool[mapping.Entries.Count];

    public YamlMapping Mapping { get; } = mapping;

    public FileFindings Findings { get; } = findings;

    /// <summary>Where the value of <paramref name="key"/> begins, or the mapping when it has none.</summary>
    public YamlNode At(string key) => Find(key) ?? Mapping;

    public SourceLocation Locate(YamlNode node) => new(Findings.File, node.Line, node.Column);

    /// <summary>The value of <paramref name="key"/>; null when absent or null.</summary>
    public YamlNode? Node(string key) => Find(key) is { } node and not YamlScalar { IsNull: true } ? node : null;

    /// <summary>A text that must be there; null (and a finding) when it is not.</summary>
    public string? RequiredText(string key)
    {
        if (Node(key) is { } node)
            return Scalar(node, key);
        Findings.Add(FindingCodes.MissingField, Mapping, $"缺少“{key}”", $"'{key}' is missing");
        return null;
    }

    /// <summary>A text that may be absent.</summary>
    public string? Text(string key) => Node(key) is { } node ? Scalar(node, key) : null;

    /// <summary>A list of texts; a single text counts as a list of one, an absent one as empty.</summary>
    public IReadOnlyList<string> Texts(string key) => TextNodes(key).Select(node => node.Value).ToArray();

    /// <summary>The same with the places.</summary>
    public IReadOnlyList<YamlScalar> TextNodes(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlScalar scalar:
                return [scalar];
            case YamlSequence sequence:
                var texts = new List<YamlScalar>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    if (item is YamlScalar { IsNull: false } scalar)
                        texts.Add(scalar);
                    else
                        WrongType(item, key, "文字", "text");
                }

                return texts;
            case var other:
                WrongType(other, key, "一串文字", "a list of texts");
                return [];
        }
    }

    public decimal? Number(string key)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is YamlScalar scalar
            && decimal.TryParse(scalar.Value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        WrongType(node, key, "数字", "a number");
        return null;
    }

    public bool Flag(string key)
    {
        switch (Node(key))
        {
            case null:
                return false;
            case YamlScalar { Value: "true" }:
                return true;
            case YamlScalar { Value: "false" }:
                return false;
            case var other:
                WrongType(other, key, "true 或 false", "true or false");
                return false;
        }
    }

    /// <summary>A day written as 2026-01-31.</summary>
    public DateOnly? Day(string key)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is YamlScalar scalar
            && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        WrongType(node, key, "日期（2026-01-31）", "a date (2026-01-31)");
        return null;
    }

    /// <summary>The index of a word in <paramref name="words"/>; 0 when absent, and a finding when it is none of them.</summary>
    public int Choice(string key, IReadOnlyList<string> words)
    {
        if (Text(key) is not { } text)
            return 0;
        var index = words.IndexOf(text);
        if (index >= 0)
            return index;
        var choices = string.Join(", ", words);
        Findings.Add(
            FindingCodes.WrongValue, At(key), $"“{key}”只能是：{choices}", $"'{key}' must be one of: {choices}");
        return 0;
    }

    /// <summary>A mapping below this one; null when absent.</summary>
    public MappingReader? Child(string key)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is YamlMapping mapping)
            return new MappingReader(mapping, Findings);
        WrongType(node, key, "“键: 值”", "a mapping");
        return null;
    }

    /// <summary>A list of mappings.</summary>
    public IEnumerable<MappingReader> Children(string key)
    {
        var node = Node(key);
        if (node is null)
            yield break;
        if (node is not YamlSequence sequence)
        {
            WrongType(node, key, "列表", "a list");
            yield break;
        }

        foreach (var item in sequence.Items)
        {
            if (item is YamlMapping mapping)
                yield return new MappingReader(mapping, Findings);
            else
                WrongType(item, key, "“键: 值”的列表", "a list of mappings");
        }
    }

    /// <summary>Every key and text below <paramref name="key"/>, in the order of the file.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key) =>
        Child(key) is { } child ? child.Remaining() : new OrderedDictionary<string, string>();

    /// <summary>Every key and text that was not asked for yet, in the order of the file.</summary>
    public IReadOnlyDictionary<string, string> Remaining()
    {
        var texts = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _asked.Length; i++)
        {
            var key = Mapping.Entries[i].Key.Value;
            if (!_asked[i] && Text(key) is { } text)
                texts.Add(key, text);
        }

        return texts;
    }

    /// <summary>Whether the file is of the one schema that there is.</summary>
    public bool CheckSchema()
    {
        if (RequiredText("schema") is not { } schema)
            return false;
        if (schema == "1")
            return true;
        Findings.Add(
            FindingCodes.UnsupportedSchema, At("schema"),
            $"不支持的 schema“{schema}”，应当是 1", $"Unsupported schema '{schema}'; it must be 1");
        return false;
    }

    /// <summary>Names every key that was not asked for.</summary>
    public void ReportUnknown()
    {
        for (var i = 0; i < _asked.Length; i++)
        {
            var key = Mapping.Entries[i].Key;
            if (!_asked[i])
                Findings.Add(FindingCodes.UnknownField, key, $"不认识的字段“{key.Value}”", $"Unknown field '{key.Value}'");
        }
    }

    public void WrongType(YamlNode at, string key, string zh, string en) =>
        Findings.Add(FindingCodes.WrongType, at, $"“{key}”应当是{zh}", $"'{key}' must be {en}");

    private string? Scalar(YamlNode node, string key)
    {
        if (node is YamlScalar scalar)
            return scalar.Value;
        WrongType(node, key, "文字", "text");
        return null;
    }

    private YamlNode? Find(string key)
    {
        for (var i = 0; i < _asked.Length; i++)
        {
            var entry = Mapping.Entries[i];
            if (!string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                continue;
            _asked[i] = true;
            return entry.Value;
        }

        return null;
    }
}
