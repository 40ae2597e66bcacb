using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ReplyBot.BotFramework.Http;

/// <summary>Reads small JSON bodies without trusting their length or shape.</summary>
internal static class RequestBody
{
    /// <summary>The largest activity that is accepted, in bytes.</summary>
    public const int MaxActivityBytes = 256 * 1024;

    /// <summary>Reads a JSON body of at most <paramref name="maxBytes"/> bytes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">How to read the value.</param>
    /// <param name="maxBytes">The cap; what is beyond it is not taken into memory.</param>
    /// <param name="optional">Whether an empty body stands for no value.</param>
    /// <returns>The value, or the problem to answer with.</returns>
    public static async Task<(T? Value, Problem? Problem)> ReadJsonAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, int maxBytes, bool optional = false)
        where T : class
    {
        var bytes = await ReadAsync(request, maxBytes);
        if (bytes is null)
            return (null, Problem.TooLarge(maxBytes));

        return bytes.Length == 0 && optional ? (null, null) : Parse(bytes, type);
    }

    /// <summary>Parses JSON bytes, which are cleaned in place.</summary>
    public static (T? Value, Problem? Problem) Parse<T>(Span<byte> bytes, JsonTypeInfo<T> type)
        where T : class
    {
        var json = JsonText.Clean(bytes);
        if (json.IsEmpty)
            return (null, Problem.BadRequest("The body is empty or not UTF-8 text."));

        try
        {
            return JsonSerializer.Deserialize(json, type) is { } value
                ? (value, null)
                : (null, Problem.BadRequest("The body is null where an object is expected."));
        }
        catch (JsonException e)
        {
            return (null, Problem.BadRequest(Describe(e)));
        }
    }

    /// <summary>The whole body, or null as soon as it is known to exceed the cap.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
            return null;

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static string Describe(JsonException e)
    {
        var at = e is { LineNumber: { } line, BytePositionInLine: { } position } ? $" at line {line + 1}, byte {position + 1}" : "";
        var field = string.IsNullOrEmpty(e.Path) || e.Path == "$" ? "" : $" in {e.Path}";
        return $"The body is not a valid object of the protocol{field}{at}.";
    }
}
