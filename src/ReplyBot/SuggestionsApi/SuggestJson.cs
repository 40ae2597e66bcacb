using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReplyBot.SuggestionsApi;

/// <summary>How what is answered to other programs is written: Chinese as it stands, not escaped.</summary>
internal static class SuggestJson
{
    /// <summary>The options.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
