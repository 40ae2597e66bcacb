using System.Globalization;

namespace ReplyBot.Tests.Privacy;

/// <summary>Phone, id card and bank card numbers in the right form that belong to nobody.</summary>
internal static class SyntheticNumbers
{
    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>So many of them, in turn of each kind, always the same.</summary>
    public static IReadOnlyList<string> Draw(int count)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, count).Select(place => (place % 3) switch { 0 => Phone(random), 1 => IdCard(random), _ => BankCard(random) })];
    }

    private static string Phone(Random random) => $"1{random.Next(3, 10)}{Digits(random, 9)}";

    private static string IdCard(Random random)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(random.Next(20_000));
        var number = string.Create(CultureInfo.InvariantCulture, $"{random.Next(110_000, 659_999)}{day:yyyyMMdd}{Digits(random, 3)}");
        var sum = number.Select((digit, place) => (digit - '0') * IdWeights[place]).Sum();
        return number + "10X98765432"[sum % 11];
    }

    private static string BankCard(Random random)
    {
        var number = "62" + Digits(random, random.Next(13, 17));
        var sum = number.Reverse().Select((digit, place) => (digit - '0') * (2 - (place % 2))).Sum(value => value > 9 ? value - 9 : value);
        return number + ((10 - (sum % 10)) % 10);
    }

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
}
