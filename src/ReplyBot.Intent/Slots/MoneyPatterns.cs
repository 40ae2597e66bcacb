using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>Amounts of money and quantities.</summary>
internal static partial class MoneyPatterns
{
    public static readonly SlotPattern[] All =
    [
        new(SlotKind.Amount, Priced(), NumberOf),
        new(SlotKind.Amount, PricedInWords(), NumberOf) { Needs = SlotPattern.Numerals },
        new(SlotKind.Amount, Reduced(), NumberOf),
        new(SlotKind.Amount, Compared(), NumberOf),
        new(SlotKind.Quantity, Counted(), NumberOf),
        new(SlotKind.Quantity, CountedInWords(), NumberOf) { Needs = SlotPattern.Numerals },
        new(SlotKind.Quantity, OneOf(), NumberOf) { Needs = SlotPattern.Numerals },
    ];

    private static string? NumberOf(Match match) =>
        ChineseNumerals.Parse(match.Groups["n"].ValueSpan) is { } number ? ChineseNumerals.Write(number) : null;

    [GeneratedRegex(@"(?<slot>[¥$]\s?(?<n>\d{1,7}(?:\.\d{1,2})?))|(?<![\d.])(?<slot>(?<n>\d{1,7}(?:\.\d{1,2})?)\s?(?:元|块钱|块|rmb))", RegexOptions.CultureInvariant)]
    private static partial Regex Priced();

    /// <summary>一块 alone means "together".</summary>
    [GeneratedRegex(@"(?<![第零一二两三四五六七八九十百千])(?<slot>(?<n>[二两三四五六七八九十百千][零一二两三四五六七八九十百千]{0,12}|一[十百千][零一二两三四五六七八九十百千]{0,12})(?:元|块钱|块)|(?<n>一)(?:元|块钱))", RegexOptions.CultureInvariant)]
    private static partial Regex PricedInWords();

    [GeneratedRegex(@"(?<=满|减|便宜|优惠|降了|涨了|降到|涨到|少)(?<slot>(?<n>\d{1,6}(?:\.\d{1,2})?))(?![\d.]|[个件盒包袋箱瓶双套条份罐支只台天斤码号点])", RegexOptions.CultureInvariant)]
    private static partial Regex Reduced();

    [GeneratedRegex(@"(?<=才|卖|只要|只卖|现在|怎么|变成|原价|标价|拍下|一口价)(?<slot>(?<n>\d{1,6}(?:\.\d{1,2})?))(?![\d.:]|[个件盒包袋箱瓶双套条份罐支只台天斤码号点月年楼])|(?<![\d.])(?<slot>(?<n>\d{1,6}(?:\.\d{1,2})?))(?=包邮)", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?<![\d.a-z])(?<slot>(?<n>\d{1,4})\s?(?:件|个|盒|包|袋|箱|瓶|双|套|条|份|罐|支|只|台|本|桶|单|斤))(?!月|小时|星期|礼拜|工作|人|颜色|装|字|(?<=件)套|(?<=包)(?:服务|政策|法|期))", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<![第零一二两三四五六七八九十百千])(?<slot>(?<n>[二两三四五六七八九十][一二三四五六七八九十]{0,12})(?:件|个|盒|包|袋|箱|瓶|双|套|条|份|罐|支|只|台|本|桶|斤))(?!月|小时|星期|礼拜|工作|人|颜色|装|字|(?<=件)套|(?<=包)(?:服务|政策|法|期))|(?<slot>(?<n>一)(?:盒|包|袋|箱|瓶|双|罐|桶))(?!装|样)", RegexOptions.CultureInvariant)]
    private static partial Regex CountedInWords();

    /// <summary>一个 and 一件 count only after a verb of taking or lacking; elsewhere they are mere articles.</summary>
    [GeneratedRegex(@"(?<=要|买|拍|拿|来|只有|少了|少|漏了|缺)(?<slot>(?<n>一)(?:件|个|套|条|份|支|只|台|本|单|斤))(?!月|小时|星期|礼拜|人|样)", RegexOptions.CultureInvariant)]
    private static partial Regex OneOf();
}
