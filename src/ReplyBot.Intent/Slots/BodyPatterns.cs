using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>Heights, weights and sizes.</summary>
internal static partial class BodyPatterns
{
    private const decimal ShortestBuyer = 50;
    private const decimal TallestBuyer = 220;
    private const decimal JinPerKilogram = 2;

    public static readonly SlotPattern[] All =
    [
        new(SlotKind.Height, MetreHeight(), match => Height(MetresOf(match))) { Needs = SlotPattern.Numerals },
        new(SlotKind.Height, CentimetreHeight(), match => Height(ChineseNumerals.Parse(match.Groups["n"].ValueSpan))),
        new(SlotKind.Height, NamedHeight(), match => Height(ChineseNumerals.Parse(match.Groups["n"].ValueSpan))) { Needs = SlotPattern.Numerals },
        new(SlotKind.Height, HeightBesideWeight(), match => Height(ChineseNumerals.Parse(match.Groups["n"].ValueSpan))),
        new(SlotKind.Weight, Kilograms(), match => Weight(ChineseNumerals.Parse(match.Groups["n"].ValueSpan))),
        new(SlotKind.Weight, Jin(), match => Weight(ChineseNumerals.Parse(match.Groups["n"].ValueSpan) / JinPerKilogram)) { Needs = SlotPattern.Numerals },
        new(SlotKind.Weight, WeightBesideHeight(), BareWeight),
        new(SlotKind.Size, LetterSize(), match => LetterSizeOf(match.Groups["n"].Value)) { Needs = null },
        new(SlotKind.Size, NumberSize(), match => match.Groups["n"].Value),
        new(SlotKind.Size, ComparedSize(), match => match.Groups["n"].Value),
        new(SlotKind.Size, NationalSize(), match => match.Groups["n"].Value.ToUpperInvariant()),
        SlotPattern.Words(SlotKind.Size, WordSize()),
    ];

    private static decimal? MetresOf(Match match)
    {
        var metres = ChineseNumerals.Parse(match.Groups["m"].ValueSpan);
        if (!match.Groups["c"].Success)
            return metres * 100;
        var rest = ChineseNumerals.Parse(match.Groups["c"].ValueSpan);
        return metres * 100 + (rest < 10 ? rest * 10 : rest);
    }

    private static string? Height(decimal? centimetres) =>
        centimetres is >= ShortestBuyer and <= TallestBuyer ? ChineseNumerals.Write(centimetres.Value) : null;

    private static string? Weight(decimal? kilograms) => kilograms is > 0 ? ChineseNumerals.Write(kilograms.Value) : null;

    /// <summary>A weight without unit: beside a height buyers give 斤, unless it would be nobody's weight.</summary>
    private static string? BareWeight(Match match) => ChineseNumerals.Parse(match.Groups["n"].ValueSpan) switch
    {
        >= 76 and <= 300 and var jin => Weight(jin / JinPerKilogram),
        >= 30 and < 76 and var kilograms => Weight(kilograms),
        _ => null,
    };

    private static string LetterSizeOf(string letters) => letters switch
    {
        "xxl" => "2XL",
        "xxxl" => "3XL",
        "xxxxl" => "4XL",
        _ => letters.ToUpperInvariant(),
    };

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<m>1)(?:米|m)(?<c>\d{1,2})(?!\d)|(?<m>1\.\d{1,2})(?:米|m(?![a-z]))|(?<m>[一1])米(?<c>[一二三四五六七八九]{1,2}))(?!的?(?:床|桌|柜|沙发|宽|长))", RegexOptions.CultureInvariant)]
    private static partial Regex MetreHeight();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>\d{2,3}(?:\.\d)?)\s?(?:cm|厘米|公分))(?!的?(?:床|桌|柜|沙发|宽|长))", RegexOptions.CultureInvariant)]
    private static partial Regex CentimetreHeight();

    [GeneratedRegex(@"(?:身高|净高|个子|高)(?:是|大概|差不多|[:\s]){0,6}(?<slot>(?<n>1\d{2}|一[四五六七八九][零一二三四五六七八九]))(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedHeight();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>1[3-9]\d))(?!\d|\.\d|[元块斤])(?=[\s,、/.]{0,6}(?:体?重)?[\s,:]{0,6}\d{2,3}(?:\.\d)?\s?(?:斤|kg|公斤|(?:选|穿|要|买|能|适合|[\s,]|$)))", RegexOptions.CultureInvariant)]
    private static partial Regex HeightBesideWeight();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>(?:[3-9]\d|1[0-4]\d)(?:\.\d)?)\s?(?:kg|公斤|千克))|(?:宝宝|孩子|小孩|娃|儿子|女儿|体重)[^\d,]{0,4}(?<slot>(?<n>\d{1,3}(?:\.\d)?)\s?(?:kg|公斤|千克))", RegexOptions.CultureInvariant)]
    private static partial Regex Kilograms();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>(?:[7-9]\d|[12]\d{2})(?:\.\d)?)\s?(?:斤|jin))|(?<slot>(?<n>[一两]百[零一二三四五六七八九十]{0,3}|[七八九]十[一二三四五六七八九]?)斤)|(?:宝宝|孩子|小孩|娃|儿子|女儿|体重)[^\d,]{0,4}(?<slot>(?<n>\d{1,3}(?:\.\d)?)\s?斤)", RegexOptions.CultureInvariant)]
    private static partial Regex Jin();

    [GeneratedRegex(@"(?:(?<![\d.])1[3-9]\d(?:cm|厘米|公分)?[\s,、/]{1,6}(?:体?重)?[\s,:]{0,6}|体重(?:是|大概|差不多|[:\s]){0,6})(?<slot>(?<n>\d{2,3}(?:\.\d)?))(?!\d|\.\d|[码元块])", RegexOptions.CultureInvariant)]
    private static partial Regex WeightBesideHeight();

    [GeneratedRegex(@"(?<![a-z0-9\]&])(?<slot>(?<n>xs|s|m|l|x{1,4}l|[2-6]xl)(?:码|号)?)(?![a-z0-9\[&])", RegexOptions.CultureInvariant)]
    private static partial Regex LetterSize();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>\d{2,3}(?:\.5)?)码)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberSize();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>2[4-9]|3\d|4[0-6]))(?=还是)|(?<=还是)(?<slot>(?<n>2[4-9]|3\d|4[0-6]))(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex ComparedSize();

    [GeneratedRegex(@"(?<![\d.])(?<slot>(?<n>1[3-9]\d/\d{2,3}[a-z]?))(?![a-z\d])", RegexOptions.CultureInvariant)]
    private static partial Regex NationalSize();

    [GeneratedRegex(@"(?<slot>加大[码号]?|特大[码号]|[大中小]码|均码|(?<![一二三四五六七八九十\d])[大中小]号)(?!很|太|了)", RegexOptions.CultureInvariant)]
    private static partial Regex WordSize();
}
