using System.Text.Json.Serialization;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>A question that editors keep: no base is published that answers it otherwise.</summary>
/// <param name="Ask">The buyer's words.</param>
/// <param name="Script">The script that must answer, or null when any script of <paramref name="Intent"/> may.</param>
/// <param name="Intent">The intent whose scripts may answer; null when <paramref name="Script"/> must.</param>
/// <param name="Channel">The channel, or null for any.</param>
/// <param name="Line">The line in the file; not part of a bundle.</param>
public sealed record GoldenQuestion(string Ask, string? Script, string? Intent, string? Channel, [property: JsonIgnore] int Line = 1);
