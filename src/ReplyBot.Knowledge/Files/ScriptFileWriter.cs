using System.Globalization;
using System.Text;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Files;

/// <summary>Writes scripts in the canonical form of a script file.</summary>
internal static class ScriptFileWriter
{
    public static string Write(IEnumerable<Script> scripts)
    {
        var yaml = new StringBuilder("schema: 1\nscripts:\n");
        var empty = yaml.Length;
        foreach (var script in scripts)
            WriteScript(yaml, script);
        return yaml.Length == empty ? "schema: 1\nscripts: []\n" : yaml.ToString();
    }

    private static void WriteScript(StringBuilder yaml, Script script)
    {
        yaml.Append("  - id: ").Append(YamlText.Plain(script.Id)).Append('\n');
        Field(yaml, "intent", YamlText.Plain(script.Intent));
        Field(yaml, "question", YamlText.Plain(script.Question));
        Field(yaml, "variants", FlowList(script.Variants));
        yaml.Append("    wordings:");
        yaml.Append(script.Wordings.Count == 0 ? " []\n" : "\n");
        foreach (var wording in script.Wordings)
        {
            yaml.Append("      - ").Append(wording.Simpler ? "text: " : "").Append(YamlText.Plain(wording.Text)).Append('\n');
            if (wording.Simpler)
                yaml.Append("        simpler: true\n");
        }

        if (Conditions(script.When) is { Length: > 0 } conditions)
            Field(yaml, "when", "{" + conditions + "}");
        Field(yaml, "send", ScriptVocabulary.SendModes[(int)script.Send]);
        if (script.FollowUp is { } followUp)
            Field(yaml, "follow_up", $"{{after: {followUp.Delay}, script: {YamlText.Flow(followUp.Script)}}}");
        if (script.Tags.Count > 0)
            Field(yaml, "tags", FlowList(script.Tags));
        if (!string.IsNullOrEmpty(script.Note))
            Field(yaml, "note", YamlText.Plain(script.Note));
    }

    private static string Conditions(Conditions when)
    {
        var parts = new List<string>();
        if (when.Stage != Stage.Any)
            parts.Add("stage: " + ScriptVocabulary.Name(when.Stage));
        AddList("channels", when.Channels);
        AddList("products", when.Products);
        AddList("categories", when.Categories);
        if (when.Buyers is [var buyer])
            parts.Add("buyer: " + YamlText.Flow(buyer));
        else
            AddList("buyer", when.Buyers);
        AddList("emotion", when.Emotions);
        if (when.Hours != ServiceHours.Any)
            parts.Add("hours: " + ScriptVocabulary.Hours[(int)when.Hours]);
        AddDay("from", when.From);
        AddDay("until", when.Until);
        return string.Join(", ", parts);

        void AddList(string key, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
                parts.Add(key + ": " + FlowList(values));
        }

        void AddDay(string key, DateOnly? day)
        {
            if (day is { } given)
                parts.Add(key + ": " + given.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static string FlowList(IReadOnlyList<string> values) => "[" + string.Join(", ", values.Select(YamlText.Flow)) + "]";

    private static void Field(StringBuilder yaml, string key, string value) =>
        yaml.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
}
