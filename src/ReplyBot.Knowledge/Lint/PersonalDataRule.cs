using System.Buffers;
using System.Text.RegularExpressions;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds phone numbers, identity and bank card numbers, mail addresses, messenger ids and street addresses that are not
/// the shop's own. Checksums keep order and tracking numbers apart from cards.
/// </summary>
internal sealed partial class PersonalDataRule(ShopFacts shop) : ITextRule
{
    private static readonly SearchValues<char> Latin =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private const int AddressKind = 3;

    /// <summary>What each of the patterns finds.</summary>
    private static readonly (string Zh, string En)[] Kinds =
        [("电子邮箱", "a mail address"), ("社交账号", "a messenger account"), ("证件或账户号码", "the number of a document or an account"), ("收货地址", "a street address")];

    private readonly string _own = string.Concat(shop.Fields.Values.SelectMany(value => value).Where(char.IsLetterOrDigit));

    private readonly PatternSieve _patterns = new(Mail(), Messenger(), NamedNumber(), Address());

    public void Check(CheckedText text)
    {
        foreach (var match in SpokenNumber().EnumerateMatches(text.Original))
            Report(text, match.Index, match.Length, "手机号", "a mobile number");
        if (!text.Original.AsSpan().ContainsAny(Latin))
            return;
        CheckNumbers(text);
        foreach (var i in _patterns.Likely(text.Original))
        {
            // In a filled text the only address is the buyer's own, from the verified order.
            if (i == AddressKind && !text.IsTemplate)
                continue;
            foreach (var match in _patterns[i].EnumerateMatches(text.Original))
                Report(text, match.Index, match.Length, Kinds[i].Zh, Kinds[i].En);
        }
    }

    /// <summary>Whether the text holds data of a person, wherever it is used.</summary>
    public static (int Start, int Length)? FindNumber(string text)
    {
        foreach (var match in Numbers().EnumerateMatches(text))
        {
            if (KindOf(text.AsSpan(match.Index, match.Length)) is not null)
                return (match.Index, match.Length);
        }

        return null;
    }

    private void CheckNumbers(CheckedText text)
    {
        foreach (var match in Numbers().EnumerateMatches(text.Original))
        {
            if (KindOf(text.Original.AsSpan(match.Index, match.Length)) is not var (zh, en))
                continue;
            Report(text, match.Index, match.Length, zh, en);
        }
    }

    private void Report(CheckedText text, int start, int length, string zh, string en)
    {
        var found = string.Concat(text.Original.AsSpan(start, length).ToString().Where(char.IsLetterOrDigit));
        if (_own.Contains(found, StringComparison.OrdinalIgnoreCase))
            return;
        text.ReportOriginal(
            FindingCodes.PersonalData, Severity.Error, start, length,
            $"这里有{zh}，个人信息不能写在话术里或发给别人", $"This is {en}; personal data must not be written or sent here");
    }

    private static (string Zh, string En)? KindOf(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[number.Length];
        var count = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c) || c is 'X' or 'x')
                digits[count++] = c;
        }

        digits = digits[..count];
        if (count == 13 && digits.StartsWith("86"))
            digits = digits[2..];
        if (digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9')
            return ("手机号", "a mobile number");
        if (digits.Length == 18 && IsIdentityNumber(digits))
            return ("身份证号", "an identity number");
        return digits.Length is >= 16 and <= 19 && digits[0] is '3' or '4' or '5' or '6' or '9' && PassesLuhn(digits)
            ? ("银行卡号", "a bank card number")
            : null;
    }

    /// <summary>The check digit of GB 11643-1999: digit i weighs 2^(17-i) modulo 11.</summary>
    private static bool IsIdentityNumber(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
                return false;
            sum += (digits[i] - '0') * ((1 << (17 - i)) % 11);
        }

        return char.ToUpperInvariant(digits[17]) == "10X98765432"[sum % 11];
    }

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        if (digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:\+?86[- ]?)?\d(?:[- ]?\d){9,17}[- ]?[\dXx](?![0-9A-Za-z])")]
    private static partial Regex Numbers();

    /// <summary>What is called an identity, card or passport number is one, whatever its check digit says.</summary>
    [GeneratedRegex(@"(?:身份证号?码?|银行卡号?|卡号|账[户号]|张卡上?|护照号?码?)(?:是|为|：|:|\s){0,8}(?:[A-Za-z]\d{8}|\d(?:[- ]?\d){10,17}[- ]?[\dXx])(?![0-9A-Za-z])")]
    private static partial Regex NamedNumber();

    [GeneratedRegex("[幺一壹][ -]?[三四五六七八九叁肆伍陆柒捌玖](?:[ -]?[零〇幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]){9}(?![零〇幺一二三四五六七八九十百壹贰叁肆伍陆柒捌玖])")]
    private static partial Regex SpokenNumber();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,10}")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:[Qq][Qq]|扣扣|微信|[Vv][Xx信]|薇信|wx|WX)(?:号码|号|是|：|:|\s){0,8}[A-Za-z0-9][A-Za-z0-9_-]{4,19}")]
    private static partial Regex Messenger();

    [GeneratedRegex(@"(?:[一-龥]{2,8}?(?:省|自治区|市))(?:[一-龥]{1,8}?(?:市|州|盟))?(?:[一-龥]{1,8}?(?:区|县|旗|镇))(?:[一-龥0-9A-Za-z]{0,14}?(?:路|街|道|巷|弄|里|村|庄|小区|大厦|院))[一-龥0-9A-Za-z]{0,12}?\d{1,5}\s*(?:号|弄|栋|幢|室|单元)")]
    private static partial Regex Address();
}
