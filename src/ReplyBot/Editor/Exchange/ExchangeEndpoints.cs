using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Serving;
using ReplyBot.Editor.Files;
using ReplyBot.Editor.Scripts;
using ReplyBot.Knowledge.Exchange;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Serving;

namespace ReplyBot.Editor.Exchange;

/// <summary>Scripts as tables: export, and import with its report row by row.</summary>
internal static class ExchangeEndpoints
{
    private const int LargestTable = 10 * 1024 * 1024;
    private const int ProblemsShown = 500;

    public static void Map(IEndpointRouteBuilder editor)
    {
        editor.MapGet("/export", ExportAsync);
        editor.MapPost("/import", ImportAsync);
    }

    private static async Task<IResult> ExportAsync(string? format, EditedFiles files, CancellationToken cancellation)
    {
        var scripts = (await files.ReadAsync(cancellation)).Content.Scripts;
        return format switch
        {
            "csv" => Results.Bytes(ScriptExport.ToCsv(scripts), "text/csv; charset=utf-8", "scripts.csv"),
            "xlsx" => Results.Bytes(ScriptExport.ToXlsx(scripts), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "scripts.xlsx"),
            _ => Problems.Invalid("format", "只能是 csv 或 xlsx / must be csv or xlsx"),
        };
    }

    /// <summary>The body is the file itself; without <c>apply=true</c> nothing is written.</summary>
    private static async Task<IResult> ImportAsync(HttpContext http, string? apply, EditedFiles files, IServingBase serving)
    {
        if (await ReadBodyAsync(http) is not { } table)
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "文件超过 10 MB", "The file is larger than 10 MB.");
        var reader = serving.Current.Reader;
        var result = await files.ImportAsync(knowledge => ScriptImport.Plan(table, knowledge, question => ImportGuess.Of(reader.Read(question).Intent)), apply == "true", http.RequestAborted);
        return result.BrokenFile is { } broken
            ? Problems.Of(StatusCodes.Status422UnprocessableEntity, $"文件 {broken} 里有写错的地方，请先改好再导入", $"The file {broken} has mistakes that must be mended first.")
            : ConsoleJson.Answer(ImportItem.Of(result));
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestTable)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    /// <summary>What an import does, or would do.</summary>
    private sealed record ImportItem(bool Clean, bool Applied, IReadOnlyList<ImportedItem> Added, IReadOnlyList<ImportedItem> Changed, int Unchanged, IReadOnlyList<ProblemItem> Problems)
    {
        public static ImportItem Of(ImportResult result) => new(
            result.Plan.IsClean, result.Applied,
            [.. result.Plan.Added.Select(ImportedItem.Of)], [.. result.Plan.Changed.Select(ImportedItem.Of)], result.Plan.Unchanged.Count,
            [.. result.Plan.Problems.OrderBy(problem => problem.Severity).Take(ProblemsShown).Select(problem => new ProblemItem(
                problem.Row, problem.Column, problem.Code, problem.Severity, new BilingualText(problem.MessageZh, problem.MessageEn)))]);
    }

    private sealed record ImportedItem(string Id, string Question)
    {
        public static ImportedItem Of(Script script) => new(script.Id, script.Question);
    }

    private sealed record ProblemItem(int Row, int Column, string Code, Severity Severity, BilingualText Message);
}
