using System.Globalization;
using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>Dates and times of day; relative ones keep the buyer's word, since only the turn knows what today is.</summary>
internal static partial class TimePatterns
{
    public static readonly SlotPattern[] All =
    [
        new(SlotKind.Date, FullDate(), match => DateOf(match.Groups["y"].Value + "-", match)),
        new(SlotKind.Date, MonthAndDay(), match => DateOf("", match)),
        new(SlotKind.Date, MonthAndDayInWords(), WordsDateOf) { Needs = SlotPattern.Numerals },
        SlotPattern.Literal(SlotKind.Time, ClockTime()) with { Needs = SlotPattern.Numerals },
        SlotPattern.Words(SlotKind.Date, NamedDate()),
        SlotPattern.Literal(SlotKind.Date, DayOfMonth()) with { Needs = SlotPattern.Numerals },
        SlotPattern.Literal(SlotKind.Time, HourInWords()) with { Needs = SlotPattern.Numerals },
        SlotPattern.Words(SlotKind.Time, PartOfDay()),
    ];

    private static string? DateOf(string year, Match match)
    {
        var month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? $"{year}{month:00}-{day:00}" : null;
    }

    private static string? WordsDateOf(Match match)
    {
        var month = ChineseNumerals.Parse(match.Groups["m"].ValueSpan);
        var day = ChineseNumerals.Parse(match.Groups["d"].ValueSpan);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}") : null;
    }

    [GeneratedRegex(@"(?<slot>(?<m>十[一二]?|[一二三四五六七八九])月(?:份)?(?<d>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号))", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDayInWords();

    /// <summary>一点 is mostly "a little" and 两点 "two things": without a part of the day an hour in words needs more to be one.</summary>
    [GeneratedRegex(@"(?<![一二两三四五六七八九十百差有第几])(?<slot>(?:十[一二]?|[一二两三四五六七八九])点(?:半|钟)|(?:十[一二]?|[三四五六七八九])点(?=多|前|之前|左右|后|之后|到|能|发|送|就|的时候|下班|上班|[,。?!\s]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex HourInWords();

    [GeneratedRegex(@"(?<!\d)(?<slot>(?<y>20\d\d)(?:年|[-/.])(?<m>\d{1,2})(?:月|[-/.])(?<d>\d{1,2})(?:日|号)?)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<!\d)(?<slot>(?<m>\d{1,2})月(?:份)?(?<d>\d{1,2})(?:日|号)?)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?<slot>(?:早上|上午|中午|下午|晚上|凌晨|傍晚|夜里)(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点半|点钟|点|:\d\d)|(?<![\d.:])(?:[01]?\d|2[0-4])(?:点半|点钟|点(?!击|赞|评|开|餐|五)|[:]\d\d(?!\d)))", RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"(?<slot>大后天|大前天|今天|今日|明天|明日|后天|昨天|昨日|前天|(?:[上下这本]个?)?(?:周|星期|礼拜)[一二三四五六日天末](?!内|到)|[下上这本]个?(?:周|星期|礼拜|月)(?!内)|月底|月初|年底|元旦|春节|中秋|国庆节?|双十一|双十二|双11|双12|(?<![\d.])(?:11\.11|12\.12|6\.18|618)(?!\d|元|块))", RegexOptions.CultureInvariant)]
    private static partial Regex NamedDate();

    [GeneratedRegex(@"(?<![\d.a-z第])(?<slot>(?:[12]?\d|3[01])[号日]|(?<![零一二三四五六七八九十])(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])号)(?!楼|店|线|色|码|球|链|机|仓|门|院|库|款|电池)", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"(?<slot>早上|上午|中午|下午|晚上|凌晨|傍晚|今晚|昨晚|明晚|明早|今早|早晨|清晨|半夜|夜里)(?!好)", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfDay();
}
