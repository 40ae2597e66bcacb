using System.Globalization;
using ReplyBot.Knowledge.Lint;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReplyBot.Knowledge.Files;

/// <summary>
/// Reads the part of YAML that a knowledge base needs: mappings, sequences and scalars. Anchors, aliases and tags are
/// refused, because they can blow a small file up into a large one or name types; so are a second document and a key
/// that stands twice, because one of the two would silently lose.
/// </summary>
internal static class YamlDocument
{
    /// <summary>The deepest nesting that any file of a knowledge base needs, with room.</summary>
    public const int MaxDepth = 16;

    /// <summary>The root mapping, or null when the text is no such document; <paramref name="findings"/> then says why.</summary>
    public static YamlMapping? Read(string text, FileFindings findings) => CanonicalYaml.Read(text) ?? ReadFully(text, findings);

    /// <summary>The same by the full reader alone.</summary>
    internal static YamlMapping? ReadFully(string text, FileFindings findings)
    {
        using var reader = new StringReader(text);
        var scanner = new Scanner(reader, skipComments: true);
        try
        {
            var parser = new Parser(scanner);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                findings.Add(FindingCodes.YamlSyntax, 1, 1, "文件是空的", "The file is empty");
                return null;
            }

            var root = ReadNode(parser, 1);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                throw new RefusedYamlException(
                    FindingCodes.YamlFeature, second, "一个文件只能有一个 YAML 文档", "A file holds one YAML document");
            }

            if (root is YamlMapping mapping)
                return mapping;
            findings.Add(
                FindingCodes.WrongType, root.Line, root.Column,
                "文件的最外层应当是“键: 值”", "The top of the file must be a mapping");
        }
        catch (RefusedYamlException refused)
        {
            findings.Add(refused.Code, refused.Line, refused.Column, refused.MessageZh, refused.Message);
        }
        catch (YamlException broken)
        {
            var reason = broken.InnerException is null ? broken.Message : broken.InnerException.Message;
            findings.Add(
                FindingCodes.YamlSyntax, Position(broken.Start.Line), Position(broken.Start.Column),
                $"YAML 语法错误：{reason}", $"YAML syntax error: {reason}");
        }

        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner ends so on some malformed plain scalars.
            var position = scanner.CurrentPosition;
            findings.Add(
                FindingCodes.YamlSyntax, Position(position.Line), Position(position.Column),
                "YAML 语法错误：这里的内容无法解析", "YAML syntax error: this cannot be parsed");
        }

        return null;
    }

    private static YamlNode ReadNode(Parser parser, int depth)
    {
        var current = parser.Current as NodeEvent;
        if (current is null)
        {
            if (parser.Accept<AnchorAlias>(out var alias))
                throw Refused(alias, "不支持 YAML 别名（*name）", "YAML aliases (*name) are not allowed");
            throw Refused(parser.Current!, "这里应当有一个值", "A value is expected here");
        }

        if (!current.Anchor.IsEmpty)
            throw Refused(current, "不支持 YAML 锚点（&name）", "YAML anchors (&name) are not allowed");
        if (!current.Tag.IsEmpty)
            throw Refused(current, "不支持 YAML 标签（!tag）", "YAML tags (!tag) are not allowed");
        if (depth > MaxDepth)
        {
            throw new RefusedYamlException(
                FindingCodes.TooLarge, current,
                string.Create(CultureInfo.InvariantCulture, $"嵌套超过 {MaxDepth} 层"),
                string.Create(CultureInfo.InvariantCulture, $"Nested deeper than {MaxDepth} levels"));
        }

        var line = Position(current.Start.Line);
        var column = Position(current.Start.Column);
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column);
        return parser.TryConsume<SequenceStart>(out _)
            ? new YamlSequence(ReadItems(parser, depth), line, column)
            : new YamlMapping(ReadEntries(parser, depth), line, column);
    }

    private static List<YamlNode> ReadItems(Parser parser, int depth)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1));
        return items;
    }

    private static List<YamlEntry> ReadEntries(Parser parser, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var start = parser.Current!;
            if (ReadNode(parser, depth + 1) is not YamlScalar key)
                throw Refused(start, "键必须是一个词", "A key must be a scalar");
            if (!seen.Add(key.Value))
            {
                throw new RefusedYamlException(
                    FindingCodes.DuplicateKey, start, $"键“{key.Value}”出现了两次", $"The key '{key.Value}' stands twice");
            }

            entries.Add(new YamlEntry(key, ReadNode(parser, depth + 1)));
        }

        return entries;
    }

    private static RefusedYamlException Refused(ParsingEvent at, string zh, string en) =>
        new(FindingCodes.YamlFeature, at, zh, en);

    private static int Position(long value) => (int)Math.Clamp(value, 1, int.MaxValue);

    /// <summary>Leaves the recursive reading at the first thing that is refused.</summary>
    private sealed class RefusedYamlException(string code, ParsingEvent at, string zh, string en) : Exception(en)
    {
        public string Code { get; } = code;

        public string MessageZh { get; } = zh;

        public int Line { get; } = Position(at.Start.Line);

        public int Column { get; } = Position(at.Start.Column);
    }
}
