using System.Text.RegularExpressions;

namespace ReplyBot.Intent.Slots;

/// <summary>Order numbers, parcel numbers and phones.</summary>
internal static partial class NumberPatterns
{
    public static readonly SlotPattern[] All =
    [
        new(SlotKind.PhoneTail, PhoneTail(), DigitsOf),
        new(SlotKind.ParcelNumber, LetteredParcel(), match => match.Groups[SlotPattern.Span].Value.ToUpperInvariant()),
        new(SlotKind.ParcelNumber, NamedParcel(), DigitsOf),
        new(SlotKind.OrderNumber, NamedOrder(), match => match.Groups[SlotPattern.Span].Value.ToUpperInvariant()),
        new(SlotKind.Phone, MobilePhone(), DigitsOf),
        new(SlotKind.Phone, FixedPhone(), DigitsOf),
        new(SlotKind.OrderNumber, BareOrder(), DigitsOf),
    ];

    private static string DigitsOf(Match match) => string.Concat(match.Groups[SlotPattern.Span].Value.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"(?:尾号|尾数|(?:最?后|末)(?:四|4)位)(?:数字?|号码)?[是为:\s]{0,6}(?<slot>\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneTail();

    [GeneratedRegex(@"(?<![a-z0-9])(?<slot>(?:sf|yt|jd|zto|sto|yd|ems|jt|db|zt|dpk|lp)[a-z]{0,3}\d{9,18})(?![a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredParcel();

    [GeneratedRegex(@"(?:快递|运单|物流|包裹|寄回|回寄|退货)(?:单号|号码|编号|单|号)?(?:是|为|[:\s]){0,6}(?<slot>\d{10,20})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedParcel();

    [GeneratedRegex(@"订单(?:编号|号码|号)?(?:是|为|[:\s]){0,6}(?<slot>(?=[a-z-]{0,28}\d)[a-z0-9][a-z0-9-]{8,28}[a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NamedOrder();

    [GeneratedRegex(@"(?<!\d)(?<slot>1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MobilePhone();

    [GeneratedRegex(@"(?<!\d)(?<slot>0\d{2,3}-\d{7,8}|[48]00-?\d{3}-?\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FixedPhone();

    [GeneratedRegex(@"(?<![a-z0-9])(?<slot>\d{10,24})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex BareOrder();
}
