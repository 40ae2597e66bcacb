using System.Globalization;
using System.Text;
using ReplyBot.Webhook;

namespace ReplyBot.Tests.Webhook;

public class WebhookSignatureTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"在吗"}""");

    [Theory]
    [InlineData(0, true)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void Holds_WithinFiveMinutesOnly(int seconds, bool holds)
    {
        var timestamp = Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        WebhookSignature.Holds(Secret, timestamp, WebhookSignature.Of(Secret, timestamp, Body), Body, Now).ShouldBe(holds);
    }

    [Fact]
    public void Of_IsTheHmacOfTimeAndBody() =>
        WebhookSignature.Of("key", "1", "body"u8).ShouldBe("v1=" + Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData("key"u8, "1.body"u8)));

    [Fact]
    public void Holds_WhenAnythingIsChanged_DoesNot()
    {
        var timestamp = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = WebhookSignature.Of(Secret, timestamp, Body);
        WebhookSignature.Holds(Secret + "0", timestamp, signature, Body, Now).ShouldBeFalse();
        WebhookSignature.Holds(Secret, timestamp + "0", signature, Body, Now).ShouldBeFalse();
        WebhookSignature.Holds(Secret, timestamp, signature, [.. Body, 32], Now).ShouldBeFalse();
        foreach (var wrong in new[] { "", "v1=", "v2" + signature[2..], signature[..^1], signature + "0", signature.Replace('=', ':'), "v1=" + new string('z', 64) })
            WebhookSignature.Holds(Secret, timestamp, wrong, Body, Now).ShouldBeFalse(wrong);
        foreach (var wrong in new[] { "", "-1", "now", "99999999999999999999", "9223372036854775807" })
            WebhookSignature.Holds(Secret, wrong, WebhookSignature.Of(Secret, wrong, Body), Body, Now).ShouldBeFalse(wrong);
    }
}
