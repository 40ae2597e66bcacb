using System.Buffers;

namespace ReplyBot.Knowledge.Files;

/// <summary>
/// Reads YAML of the canonical form, in which nearly every file of a base is written: block mappings and sequences whose scalars stand
/// on one line, with flow lists and mappings inside a line. It is many times as fast as a full reader and gives the same tree; whatever
/// is not plainly of that form (comments, folded text, escapes, any error) it leaves to the full reader.
/// </summary>
internal ref struct CanonicalYaml
{
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
        + "\u007F\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099"
        + "\u009A\u009B\u009C\u009D\u009E\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF");

    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");
    private static readonly SearchValues<char> EndsFlowScalar = SearchValues.Create(",]}");
    private static readonly SearchValues<char> NotInFlowScalar = SearchValues.Create("[{'\":#");

    private readonly string _text;
    private ReadOnlySpan<char> _line;
    private int _next;
    private int _number;
    private int _lines;
    private int _indent;

    private CanonicalYaml(string text)
    {
        _text = text;
        Advance();
    }

    /// <summary>The root mapping, or null when the text is not plainly of the canonical form.</summary>
    public static YamlMapping? Read(string text)
    {
        if (text.AsSpan().ContainsAny(Refused) || text.Contains("  #", StringComparison.Ordinal))
            return null;
        var reader = new CanonicalYaml(text);
        if (reader._number == 0 || reader._indent != 0 || reader._line.StartsWith("- "))
            return null;
        var root = reader.Mapping(0, 0, 1);
        return reader._number == 0 ? root : null;
    }

    /// <summary>Goes to the next line; its number is 0 behind the last.</summary>
    private void Advance()
    {
        if (_next >= _text.Length)
        {
            _line = default;
            (_number, _indent) = (0, -1);
            return;
        }

        var rest = _text.AsSpan(_next);
        var end = rest.IndexOf('\n');
        _line = end < 0 ? rest : rest[..end];
        _next = end < 0 ? _text.Length : _next + end + 1;
        _lines++;
        _number = _lines;
        _indent = _line.IndexOfAnyExcept(' ');
    }

    /// <summary>A block mapping whose first key stands at <paramref name="start"/> of this line and whose others are indented so.</summary>
    private YamlMapping? Mapping(int start, int indent, int depth)
    {
        var entries = new List<YamlEntry>();
        var (line, column) = (_number, start + 1);
        for (var at = start; ; at = indent)
        {
            var content = _line[at..];
            var colon = content.IndexOf(':');
            if (colon <= 0 || depth > YamlDocument.MaxDepth || !IsKey(content[..colon]))
                return null;
            var key = new YamlScalar(content[..colon].ToString(), true, _number, at + 1);
            foreach (var entry in entries)
            {
                if (entry.Key.Value == key.Value)
                    return null;
            }

            if (Value(at + colon + 1, indent, depth + 1) is not { } value)
                return null;
            entries.Add(new YamlEntry(key, value));
            if (_indent != indent || _line[indent] == '-')
                return _indent < indent ? new YamlMapping(entries, line, column) : null;
        }
    }

    /// <summary>What stands behind a key's colon: on the same line, or in the deeper lines below.</summary>
    private YamlNode? Value(int at, int indent, int depth)
    {
        if (at < _line.Length)
            return _line[at] == ' ' ? Inline(at + 1, indent, depth) : null;
        Advance();
        return _indent > indent && depth <= YamlDocument.MaxDepth
            ? _line[_indent..].StartsWith("- ") ? Sequence(_indent, depth) : Mapping(_indent, _indent, depth)
            : null;
    }

    private YamlSequence? Sequence(int indent, int depth)
    {
        var items = new List<YamlNode>();
        var line = _number;
        while (_indent == indent && _line[indent..].StartsWith("- "))
        {
            var at = indent + 2;
            var content = at < _line.Length ? _line[at..] : default;
            var colon = content.IndexOf(':');
            var isMapping = colon > 0 && (colon + 1 == content.Length || content[colon + 1] == ' ') && IsKey(content[..colon]);
            if ((isMapping ? Mapping(at, at, depth + 1) : Inline(at, indent, depth + 1)) is not { } item)
                return null;
            items.Add(item);
        }

        return _indent < indent ? new YamlSequence(items, line, indent + 1) : null;
    }

    /// <summary>A value that ends with its line; a deeper line below would go on with it.</summary>
    private YamlNode? Inline(int at, int indent, int depth)
    {
        if (at >= _line.Length || depth > YamlDocument.MaxDepth)
            return null;
        YamlNode? node;
        if (_line[at] is '[' or '{' or '"')
        {
            var position = at;
            node = Flow(ref position, depth);
            if (position != _line.Length)
                return null;
        }
        else
        {
            node = Plain(_line[at..], at);
        }

        Advance();
        return _indent > indent ? null : node;
    }

    private readonly YamlScalar? Plain(ReadOnlySpan<char> value, int at) =>
        value[0] == ' ' || value[^1] is ' ' or ':' || Indicators.Contains(value[0]) || value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal)
            ? null
            : new YamlScalar(value.ToString(), true, _number, at + 1);

    private YamlNode? Flow(ref int at, int depth)
    {
        if (depth > YamlDocument.MaxDepth || at >= _line.Length)
            return null;
        return _line[at] switch
        {
            '[' => FlowSequence(ref at, depth),
            '{' => FlowMapping(ref at, depth),
            '"' => Quoted(ref at),
            _ => FlowScalar(ref at),
        };
    }

    private YamlSequence? FlowSequence(ref int at, int depth)
    {
        var items = new List<YamlNode>();
        var column = ++at;
        if (at < _line.Length && _line[at] == ']')
        {
            at++;
            return new YamlSequence(items, _number, column);
        }

        while (true)
        {
            if (Flow(ref at, depth + 1) is not { } item)
                return null;
            items.Add(item);
            if (at < _line.Length && _line[at] == ']')
            {
                at++;
                return new YamlSequence(items, _number, column);
            }

            if (!SkipComma(ref at))
                return null;
        }
    }

    private YamlMapping? FlowMapping(ref int at, int depth)
    {
        var entries = new List<YamlEntry>();
        var column = ++at;
        while (true)
        {
            var colon = at < _line.Length ? _line[at..].IndexOf(": ") : -1;
            if (colon <= 0 || !IsKey(_line.Slice(at, colon)))
                return null;
            var key = new YamlScalar(_line.Slice(at, colon).ToString(), true, _number, at + 1);
            at += colon + 2;
            if (entries.Exists(entry => entry.Key.Value == key.Value) || Flow(ref at, depth + 1) is not { } value)
                return null;
            entries.Add(new YamlEntry(key, value));
            if (at < _line.Length && _line[at] == '}')
            {
                at++;
                return new YamlMapping(entries, _number, column);
            }

            if (!SkipComma(ref at))
                return null;
        }
    }

    private readonly bool SkipComma(ref int at)
    {
        if (!_line[at..].StartsWith(", "))
            return false;
        at += 2;
        return true;
    }

    private readonly YamlScalar? FlowScalar(ref int at)
    {
        var length = _line[at..].IndexOfAny(EndsFlowScalar);
        if (length <= 0)
            return null;
        var value = _line.Slice(at, length);
        if (value[0] == ' ' || value[^1] == ' ' || Indicators.Contains(value[0]) || value.ContainsAny(NotInFlowScalar))
            return null;
        var scalar = new YamlScalar(value.ToString(), true, _number, at + 1);
        at += length;
        return scalar;
    }

    private readonly YamlScalar? Quoted(ref int at)
    {
        var length = _line[(at + 1)..].IndexOf('"');
        if (length < 0 || _line.Slice(at + 1, length).Contains('\\'))
            return null;
        var scalar = new YamlScalar(_line.Slice(at + 1, length).ToString(), false, _number, at + 1);
        at += length + 2;
        return scalar;
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.'))
                return false;
        }

        return true;
    }
}
