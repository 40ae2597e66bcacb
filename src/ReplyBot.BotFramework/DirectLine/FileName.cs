namespace ReplyBot.BotFramework.DirectLine;

/// <summary>File names as buyers' devices send them, made harmless.</summary>
internal static class FileName
{
    private const string Unnamed = "file";
    private const int MaxLength = 150;

    /// <summary>The last part of a path, without control characters, never empty, of at most 150 characters.</summary>
    public static string Clean(string? name)
    {
        var last = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..] ?? "";
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim(' ', '.');
        if (clean.Length > MaxLength)
        {
            // The ending tells people what a file is, so it is kept.
            var ending = Path.GetExtension(clean);
            clean = ending.Length is > 0 and <= 10 ? clean[..(MaxLength - ending.Length)] + ending : clean[..MaxLength];
        }

        return clean.Length == 0 ? Unnamed : clean;
    }
}
