using System.Globalization;
using System.Text.Unicode;

namespace ReplyBot.BotFramework.Http;

/// <summary>Makes JSON bytes from outside safe to read and to store.</summary>
internal static class JsonText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Replacement => "fffd"u8;

    /// <summary>
    /// The JSON text in a body, or empty when it is not UTF-8. Browsers send half an emoji as a lone surrogate escape and
    /// some databases cannot store U+0000; both become U+FFFD in place, so that one odd character does not cost a
    /// message and every store holds the same text.
    /// </summary>
    public static ReadOnlySpan<byte> Clean(Span<byte> body)
    {
        if (!Utf8.IsValid(body))
            return [];

        var json = body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        for (var i = json.IndexOf((byte)'\\'); i >= 0 && i + 1 < json.Length;)
        {
            i = json[i + 1] == (byte)'u' ? CleanEscape(json, i) : i + 2;
            var next = i < json.Length ? json[i..].IndexOf((byte)'\\') : -1;
            i = next < 0 ? -1 : i + next;
        }

        return json;
    }

    /// <summary>Mends the \uXXXX at <paramref name="start"/> and returns where reading goes on.</summary>
    private static int CleanEscape(Span<byte> json, int start)
    {
        if (!TryReadEscape(json, start, out var unit))
            return start + 2;

        if (char.IsHighSurrogate(unit) && TryReadEscape(json, start + 6, out var low) && char.IsLowSurrogate(low))
            return start + 12;

        if (char.IsSurrogate(unit) || unit == '\0')
            Replacement.CopyTo(json[(start + 2)..]);

        return start + 6;
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> json, int start, out char unit)
    {
        unit = '\0';
        if (start + 6 > json.Length || json[start] != (byte)'\\' || json[start + 1] != (byte)'u'
            || !ushort.TryParse(json.Slice(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;

        unit = (char)value;
        return true;
    }
}
