using System.Globalization;
using System.Text.Json.Serialization;

namespace ReplyBot.Knowledge.Scripts;

/// <summary>What to say by oneself some time after a script was sent.</summary>
/// <param name="After">How long after.</param>
/// <param name="Script">The id of the script to say then.</param>
public sealed record FollowUp(TimeSpan After, string Script)
{
    private const int LongestDelay = 10_000;

    /// <summary>The delay as it is written: 30m, 24h or 7d.</summary>
    [JsonIgnore]
    public string Delay => After switch
    {
        { TotalMinutes: < 1 } => "1m",
        { Minutes: not 0 } => string.Create(CultureInfo.InvariantCulture, $"{(int)After.TotalMinutes}m"),
        { TotalHours: <= 48 } or { Hours: not 0 } => string.Create(CultureInfo.InvariantCulture, $"{(int)After.TotalHours}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)After.TotalDays}d"),
    };

    /// <summary>Reads a delay as editors write it: 30m, 24h or 7d; null when it is none.</summary>
    public static TimeSpan? ParseDelay(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount is 0 or > LongestDelay)
        {
            return null;
        }

        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            'd' => TimeSpan.FromDays(amount),
            _ => null,
        };
    }
}
