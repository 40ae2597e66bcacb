using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReplyBot.Knowledge.Evaluation;

namespace ReplyBot.Cli;

/// <summary><c>eval</c>: measure the engines on other people's data.</summary>
internal static class EvalCommand
{
    public static Command Create() => new("eval", "在外部数据上评测引擎 / measure the engines on foreign data") { Retrieval() };

    private static Command Retrieval()
    {
        var corpus = new Option<FileInfo>("--corpus") { Description = """文档，每行 {"id":…,"text":…} / documents, a JSON object a line""", HelpName = "C.jsonl", Required = true };
        var queries = new Option<FileInfo>("--queries") { Description = """查询，每行 {"id":…,"text":…,"relevant":[…]} / queries, a JSON object a line""", HelpName = "Q.jsonl", Required = true };
        var json = new Option<bool>("--json") { Description = "输出一个 JSON 对象 / print one JSON object" };
        var command = new Command("retrieval", """
            在任意语料上评测检索 / measure retrieval on any corpus; a query's own id is never returned for it

            Example:
              replybot eval retrieval --corpus corpus.jsonl --queries queries.jsonl --json
            """) { corpus, queries, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var documents = Read(parsed.GetValue(corpus)!, line => new RetrievalDocument(Text(line, "id"), Text(line, "text")));
            var asked = Read(parsed.GetValue(queries)!, line => new RetrievalQuery(Text(line, "id"), Text(line, "text"),
                [.. line.GetProperty("relevant").EnumerateArray().Select(Scalar)]));
            var figures = await new ConsoleWorkDisplay().RunAsync("评测检索 Measuring retrieval",
                progress => Task.Run(() => RetrievalEvaluation.Measure(documents, asked, progress), cancellation));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    hit1 = figures.Hit1,
                    hit3 = figures.Hit3,
                    hit10 = figures.Hit10,
                    mrr10 = figures.Mrr10,
                    buildSeconds = figures.BuildSeconds,
                    qps = figures.Qps,
                    p50 = figures.P50,
                    p99 = figures.P99,
                    indexBytes = figures.IndexBytes,
                }));
            }
            else
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                    documents {documents.Count}, queries {asked.Count}
                    hit@1 {figures.Hit1:0.0000}  hit@3 {figures.Hit3:0.0000}  hit@10 {figures.Hit10:0.0000}  MRR@10 {figures.Mrr10:0.0000}
                    build {figures.BuildSeconds:0.00} s, {figures.Qps:0} queries/s on one thread, p50 {figures.P50:0.0} µs, p99 {figures.P99:0.0} µs, index {figures.IndexBytes / 1048576.0:0.0} MB
                    """));
            }
            return 0;
        });
        return command;
    }

    private static List<T> Read<T>(FileInfo file, Func<JsonElement, T> read)
    {
        if (!file.Exists)
            throw new CannotRunException($"找不到文件 {file.FullName} / there is no file {file.FullName}");
        var rows = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                rows.Add(read(document.RootElement));
            }
            catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new CannotRunException($"{file.FullName}:{number}: 这一行读不出来 / this line cannot be read: {broken.Message}");
            }
        }
        return rows;
    }

    private static string Text(JsonElement line, string name) => Scalar(line.GetProperty(name));

    private static string Scalar(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
