using System.Globalization;
using System.Text;

namespace ReplyBot.Knowledge.Files;

/// <summary>Writes a text as a YAML scalar: plain where YAML reads it back as the same text, in double quotes elsewhere.</summary>
internal static class YamlText
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "-.inf", "+.inf", "<<", "=",
    };

    /// <summary>The text as a value in block style.</summary>
    public static string Plain(string text) => NeedsQuotes(text, flow: false) ? Quote(text) : text;

    /// <summary>The text as an item of a list or mapping in one line.</summary>
    public static string Flow(string text) => NeedsQuotes(text, flow: true) ? Quote(text) : text;

    private static bool NeedsQuotes(string text, bool flow)
    {
        if (Reserved.Contains(text) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || LooksLikeNumber(text))
            return true;
        if (text[0] is ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`')
            return true;
        if (text[0] is '-' or '?' or ':' && (flow || text.Length == 1 || text[1] == ' '))
            return true;
        if (text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsPrintable(text, i) || (flow && c is ',' or '[' or ']' or '{' or '}'))
                return true;
            if (c == ':' && (flow || i + 1 == text.Length || text[i + 1] == ' '))
                return true;
            if (c == '#' && i > 0 && text[i - 1] == ' ')
                return true;
        }

        return false;
    }

    /// <summary>Numbers, dates and times would be read as such by other YAML readers.</summary>
    private static bool LooksLikeNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.')
        && text.All(c => char.IsAsciiHexDigit(c) || c is '.' or '-' or '+' or ':' or '_' or 'x' or 'o' or 'T' or 'Z')
        && text.Any(char.IsAsciiDigit);

    private static bool IsPrintable(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c))
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        if (char.IsLowSurrogate(c))
            return at > 0 && char.IsHighSurrogate(text[at - 1]);
        return c is >= ' ' and not ('\x7F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
            && !(c > '\x7F' && c < '\u00A0');
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsPrintable(text, i) => c.ToString(),
                _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return quoted.Append('"').ToString();
    }
}
