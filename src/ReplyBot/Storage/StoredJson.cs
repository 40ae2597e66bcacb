using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReplyBot.Storage;

/// <summary>JSON as the database keeps it: camelCase, Chinese as it is.</summary>
internal static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
