using System.Globalization;
using System.Text;
using ReplyBot.Intent;

namespace ReplyBot.Conversations.Privacy;

/// <summary>
/// Takes personal data out of a text that is kept or shown outside of the transcript: summaries, previews, memory. Numbers are found
/// by their form alone, so that nothing has to be understood first; addresses and names where reading found them.
/// </summary>
public static class PersonalDataMask
{
    private const string Mask = "****";

    /// <summary>What is left of a number at its end, so that people can still tell two apart.</summary>
    private const int Shown = 2;

    /// <summary>The longest number that is looked for, in digits.</summary>
    private const int Longest = 19;

    /// <summary>The digits of an id card.</summary>
    private const int IdLength = 18;

    /// <summary>The text of a message without its numbers, addresses and names.</summary>
    public static string Of(Understanding read)
    {
        var text = new StringBuilder(read.Text);
        foreach (var slot in read.Slots.Where(slot => slot.IsPersonal && slot.Start + slot.Length <= read.Text.Length).OrderByDescending(slot => slot.Start))
            text.Remove(slot.Start, slot.Length).Insert(slot.Start, Mask);
        return Of(text.ToString());
    }

    /// <summary>The same without words that are known to tell who somebody is, wherever they stand.</summary>
    public static string Of(Understanding read, IEnumerable<string> known)
    {
        var text = Of(read);
        // The longest first: a nickname may be part of the name.
        foreach (var words in known.Where(words => words.Length > 0).OrderByDescending(words => words.Length))
            text = text.Replace(words, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The text without phone, id card and bank card numbers.</summary>
    public static string Of(string text)
    {
        var masked = new StringBuilder();
        var kept = 0;
        for (var place = 0; place < text.Length;)
        {
            if (DigitAt(text, place) < 0)
            {
                place++;
                continue;
            }
            var digits = DigitsFrom(text, place);
            if (PersonalLength(digits) is not (> 0 and var length))
            {
                // Not where this run of digits begins; perhaps after the next separator in it.
                place = NextRun(text, place);
                continue;
            }
            var end = digits[length - 1].End;
            masked.Append(text, kept, place - kept).Append(Mask).Append(text, digits[length - Shown].Start, end - digits[length - Shown].Start);
            place = kept = end;
        }
        return kept == 0 ? text : masked.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>The digits from a place on, single spaces, hyphens and dots between them left out. The X that ends id numbers counts as 10.</summary>
    private static List<Digit> DigitsFrom(string text, int place)
    {
        var digits = new List<Digit>(Longest + 1);
        while (digits.Count <= Longest + 2)
        {
            var value = DigitAt(text, place);
            if (value < 0 && digits.Count > 0 && place + 1 < text.Length && IsSeparator(text[place]) && DigitAt(text, place + 1) >= 0)
                value = DigitAt(text, ++place);
            if (value < 0 && digits.Count == IdLength - 1 && place < text.Length && text[place] is 'x' or 'X' or 'Ｘ' or 'ｘ')
                value = 10;
            if (value < 0)
                break;
            digits.Add(new Digit(place, place + 1, value));
            place++;
        }
        return digits;
    }

    /// <summary>How many of the digits are a personal number that begins with the first of them; 0 where none does.</summary>
    private static int PersonalLength(List<Digit> digits)
    {
        // The longest first: a card number may begin like a phone number.
        for (var length = Math.Min(digits.Count, Longest); length >= 10; length--)
            if (EndsRun(digits, length) && (IsIdCard(digits, length) || IsBankCard(digits, length) || IsPhone(digits, length)))
                return length;
        return 0;
    }

    /// <summary>A number ends where its digits do, or at a separator.</summary>
    private static bool EndsRun(List<Digit> digits, int length) => length == digits.Count || digits[length].Start > digits[length - 1].End;

    private static bool IsPhone(List<Digit> digits, int length) => length switch
    {
        11 => (digits[0].Value == 1 && digits[1].Value >= 3) || digits[0].Value == 0,
        13 => digits[0].Value == 8 && digits[1].Value == 6 && digits[2].Value == 1 && digits[3].Value >= 3,
        15 => digits[0].Value == 0 && digits[1].Value == 0 && digits[2].Value == 8 && digits[3].Value == 6 && digits[4].Value == 1,
        10 or 12 => digits[0].Value == 0,
        _ => false,
    };

    /// <summary>18 digits with a birthday in the middle, or 15 with a short one (the older form).</summary>
    private static bool IsIdCard(List<Digit> digits, int length) => length switch
    {
        IdLength => Number(digits, 6, 2) is 19 or 20 && IsDay(digits, 10),
        15 => digits[0].Value is >= 1 and <= 6 && IsDay(digits, 8),
        _ => false,
    };

    /// <summary>A card number satisfies the check of ISO/IEC 7812, or begins as the country's own cards do.</summary>
    private static bool IsBankCard(List<Digit> digits, int length)
    {
        if (length < 13 || digits[length - 1].Value == 10)
            return false;
        if (length >= 16 && Number(digits, 0, 2) == 62)
            return true;
        var sum = 0;
        for (var place = 0; place < length; place++)
        {
            var value = digits[length - 1 - place].Value * (1 + (place % 2));
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    private static bool IsDay(List<Digit> digits, int start) => Number(digits, start, 2) is >= 1 and <= 12 && Number(digits, start + 2, 2) is >= 1 and <= 31;

    private static int Number(List<Digit> digits, int start, int length)
    {
        var number = 0;
        for (var place = start; place < start + length; place++)
            number = (number * 10) + digits[place].Value;
        return number;
    }

    private static int NextRun(string text, int place)
    {
        while (place < text.Length && DigitAt(text, place) >= 0)
            place++;
        return place;
    }

    /// <summary>The value of the digit at a place, in whatever script it is written; -1 where there is none.</summary>
    private static int DigitAt(string text, int place) => place < text.Length ? CharUnicodeInfo.GetDecimalDigitValue(text[place]) : -1;

    private static bool IsSeparator(char character) => character is ' ' or '-' or '.' or '\u3000' or '－' or '\u00A0';

    private readonly record struct Digit(int Start, int End, int Value);
}
