using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ReplyBot.BotFramework.Http;

namespace ReplyBot.BotFramework.Tests.Http;

public class JsonTextTests
{
    [Theory]
    [InlineData("""{"text":"\ud83d"}""", "\ufffd")]
    [InlineData("""{"text":"\ude00 在吗"}""", "\ufffd 在吗")]
    [InlineData("""{"text":"\ud83d\ud83d\ude00"}""", "\ufffd😀")]
    [InlineData("""{"text":"a\u0000b"}""", "a\ufffdb")]
    [InlineData("""{"text":"\\u0000\\ud83d"}""", "\\u0000\\ud83d")]
    [InlineData("""{"text":"\u4f60\u597d"}""", "你好")]
    public void Clean_WhenTextHasOddEscapes_ReplacesOnlyWhatCannotBeStored(string json, string expected)
    {
        var cleaned = JsonText.Clean(Encoding.UTF8.GetBytes(json));

        JsonDocument.Parse(cleaned.ToArray()).RootElement.GetProperty("text").GetString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xff, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xc3, 0x22 })]
    public void Clean_WhenNotUtf8_IsEmpty(byte[] body) => JsonText.Clean(body).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Clean_WhenMarkedAsUtf8_DropsTheMark() =>
        JsonText.Clean([0xEF, 0xBB, 0xBF, (byte)'1']).ToArray().ShouldBe("1"u8.ToArray());

    [Fact]
    public void Clean_WhateverUnitsAreEscaped_YieldsReadableText() =>
        Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), units =>
        {
            // Escaped unit by unit, as a script that cuts strings anywhere would.
            var json = "\"" + string.Concat(units.Select(unit => $"\\u{(int)unit:x4}")) + "\"";
            var text = JsonDocument.Parse(JsonText.Clean(Encoding.ASCII.GetBytes(json)).ToArray()).RootElement.GetString()!;
            var expected = new string(units).Replace('\0', '\ufffd');
            return text.Length == units.Length && Encoding.UTF8.GetBytes(text).SequenceEqual(Encoding.UTF8.GetBytes(expected));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clean_WhateverTheBytes_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            _ = JsonText.Clean([.. bytes, (byte)'\\', (byte)'u']);
            return true;
        }).QuickCheckThrowOnFailure();
}
