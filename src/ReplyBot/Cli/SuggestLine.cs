using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReplyBot.Cli;

/// <summary>A line of <c>suggest --json</c>. The form is a contract: others measure the program by it.</summary>
internal sealed record SuggestLine(
    string Text,
    SuggestIntent Intent,
    IReadOnlyList<SuggestIntent> Alternatives,
    SuggestEmotion Emotion,
    string Decision,
    IReadOnlyList<SuggestScript> Suggestions,
    long ElapsedMicroseconds);

internal sealed record SuggestIntent(string Id, double Confidence);

internal sealed record SuggestEmotion(string Label, double Strength);

internal sealed record SuggestScript(string ScriptId, string Intent, double Score, string Text);

internal static class SuggestJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
