using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Knowledge.Files;

/// <summary>Reads <c>golden/*.yaml</c>: questions with the script or the intent that must answer them.</summary>
internal static class GoldenFileReader
{
    public static IReadOnlyList<GoldenQuestion> Read(MappingReader file)
    {
        var questions = new List<GoldenQuestion>();
        foreach (var reader in file.Children("questions"))
        {
            var ask = reader.RequiredText("ask");
            var (script, intent, channel) = (reader.Text("script"), reader.Text("intent"), reader.Text("channel"));
            reader.ReportUnknown();
            if (ask is null)
                continue;
            if (script is null == intent is null)
            {
                reader.Findings.Add(
                    FindingCodes.MissingField, reader.Mapping, "请写明 script 或 intent，二者选一", "Give either 'script' or 'intent'");
                continue;
            }

            questions.Add(new GoldenQuestion(ask, script, intent, channel, reader.Mapping.Line));
        }

        file.ReportUnknown();
        return questions;
    }
}
