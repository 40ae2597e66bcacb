using System.Buffers;
using System.Text.Json;

namespace ReplyBot.Accounts.Http;

/// <summary>Reads the bodies of the console's requests.</summary>
public static class JsonBody
{
    /// <summary>The largest body the console sends, in bytes.</summary>
    private const int Largest = 256 * 1024;

    /// <summary>Reads the body. It is never read beyond its greatest length, whatever length it claims.</summary>
    public static async Task<JsonBody<T>> ReadAsync<T>(HttpContext http) where T : class
    {
        if (!http.Request.HasJsonContentType())
            return Refuse<T>(StatusCodes.Status415UnsupportedMediaType, "请求格式不对", "The body must be application/json.");
        if (http.Request.ContentLength > Largest)
            return TooLarge<T>();
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAsync(http.RequestAborted);
        while (!read.IsCompleted && read.Buffer.Length <= Largest)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(http.RequestAborted);
        }
        if (read.Buffer.Length > Largest)
        {
            reader.AdvanceTo(read.Buffer.End);
            return TooLarge<T>();
        }
        var body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        try
        {
            var value = JsonSerializer.Deserialize<T>(body, ConsoleJson.Options);
            return value is null
                ? Refuse<T>(StatusCodes.Status400BadRequest, "请求内容为空", "The body must be a JSON object.")
                : new JsonBody<T>(value, null);
        }
        catch (JsonException malformed)
        {
            return malformed.Path is { Length: > 2 } path
                ? new JsonBody<T>(null, Problems.Invalid(path[2..], "格式不对 / is not of the right kind"))
                : Refuse<T>(StatusCodes.Status400BadRequest, "请求内容无法解析", "The body is not valid JSON.");
        }
    }

    private static JsonBody<T> TooLarge<T>() where T : class => Refuse<T>(StatusCodes.Status413PayloadTooLarge, "内容太长", "The body is larger than 256 KB.");

    private static JsonBody<T> Refuse<T>(int status, string title, string detail) where T : class => new(null, Problems.Of(status, title, detail));
}

/// <summary>A request's body: the value, or why there is none.</summary>
/// <param name="Value">What was sent.</param>
/// <param name="Problem">The answer to what cannot be read.</param>
public readonly record struct JsonBody<T>(T? Value, IResult? Problem) where T : class;
