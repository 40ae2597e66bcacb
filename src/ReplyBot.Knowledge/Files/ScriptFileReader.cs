using System.Globalization;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Files;

/// <summary>Reads a script file into scripts. A script with an error is left out; the others of the file are kept.</summary>
internal static class ScriptFileReader
{
    /// <summary>Places that a script has beside its variants.</summary>
    private const int UsualFields = 12;

    /// <summary>Names of places that nearly every script has, so that they are not made again for each.</summary>
    private static readonly string[] VariantPlaces = [.. Enumerable.Range(0, 100).Select(index => Indexed("variants", index))];

    public static IReadOnlyList<Script> Read(MappingReader file)
    {
        var scripts = file.Children("scripts").Select(ReadScript).OfType<Script>().ToArray();
        file.ReportUnknown();
        return scripts;
    }

    private static Script? ReadScript(MappingReader reader)
    {
        var errors = reader.Findings.All.Count;
        var variants = reader.TextNodes("variants");
        var fields = new Dictionary<string, SourceLocation>(variants.Count + UsualFields, StringComparer.Ordinal);
        var id = reader.RequiredText("id");
        var intent = reader.RequiredText("intent");
        var question = reader.RequiredText("question");
        foreach (var field in (string[])["id", "intent", "question", "send"])
            fields[field] = reader.Locate(reader.At(field));
        for (var i = 0; i < variants.Count; i++)
            fields[i < VariantPlaces.Length ? VariantPlaces[i] : Indexed("variants", i)] = reader.Locate(variants[i]);
        var wordings = ReadWordings(reader, fields);
        var script = new Script(
            id ?? "", intent ?? "", question ?? "",
            variants.Select(variant => variant.Value).ToArray(),
            wordings,
            ReadConditions(reader, fields),
            (SendMode)reader.Choice("send", ScriptVocabulary.SendModes),
            ReadFollowUp(reader, fields),
            reader.Texts("tags"),
            reader.Text("note"),
            new ScriptSource(reader.Locate(reader.Mapping), fields));
        reader.ReportUnknown();
        return reader.Findings.All.Count == errors ? script : null;
    }

    private static List<Wording> ReadWordings(MappingReader reader, Dictionary<string, SourceLocation> fields)
    {
        var wordings = new List<Wording>();
        switch (reader.Node("wordings"))
        {
            case null:
                reader.Findings.Add(FindingCodes.MissingField, reader.Mapping, "缺少“wordings”", "'wordings' is missing");
                return wordings;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    var (wording, at) = ReadWording(reader, item);
                    if (wording is null)
                        continue;
                    fields[Indexed("wordings", wordings.Count)] = reader.Locate(at);
                    wordings.Add(wording);
                }

                return wordings;
            case var other:
                reader.WrongType(other, "wordings", "列表", "a list");
                return wordings;
        }
    }

    private static (Wording? Wording, YamlNode At) ReadWording(MappingReader reader, YamlNode item)
    {
        switch (item)
        {
            case YamlScalar { IsNull: false } scalar:
                return (new Wording(scalar.Value), scalar);
            case YamlMapping mapping:
                var child = new MappingReader(mapping, reader.Findings);
                var text = child.RequiredText("text");
                var simpler = child.Flag("simpler");
                child.ReportUnknown();
                return (text is null ? null : new Wording(text, simpler), child.At("text"));
            default:
                reader.WrongType(item, "wordings", "文字，或 text 和 simpler", "text, or text and simpler");
                return (null, item);
        }
    }

    private static Conditions ReadConditions(MappingReader script, Dictionary<string, SourceLocation> fields)
    {
        if (script.Child("when") is not { } when)
            return Conditions.None;
        foreach (var (key, value) in when.Mapping.Entries)
            fields["when." + key.Value] = when.Locate(value);
        var conditions = new Conditions(
            (Stage)when.Choice("stage", ScriptVocabulary.Stages),
            Unless(when.Texts("channels")),
            Unless(when.Texts("products")),
            Unless(when.Texts("categories")),
            Unless(when.Texts("buyer")),
            Unless(when.Texts("emotion")),
            (ServiceHours)when.Choice("hours", ScriptVocabulary.Hours),
            when.Day("from"),
            when.Day("until"));
        when.ReportUnknown();
        return conditions;
    }

    private static FollowUp? ReadFollowUp(MappingReader script, Dictionary<string, SourceLocation> fields)
    {
        if (script.Child("follow_up") is not { } followUp)
            return null;
        fields["follow_up"] = followUp.Locate(followUp.At("script"));
        var after = followUp.RequiredText("after");
        var target = followUp.RequiredText("script");
        followUp.ReportUnknown();
        if (after is null || target is null)
            return null;
        if (FollowUp.ParseDelay(after) is { } duration)
            return new FollowUp(duration, target);
        followUp.WrongType(followUp.At("after"), "after", "时长，如 30m、24h、7d", "a duration such as 30m, 24h or 7d");
        return null;
    }

    /// <summary>The word <c>any</c> restricts nothing.</summary>
    private static IReadOnlyList<string> Unless(IReadOnlyList<string> values) => values is ["any"] ? [] : values;

    private static string Indexed(string field, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");
}
