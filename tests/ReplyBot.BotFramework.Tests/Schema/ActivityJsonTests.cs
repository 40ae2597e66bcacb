using System.Text;
using System.Text.Json;
using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Schema;

namespace ReplyBot.BotFramework.Tests.Schema;

public class ActivityJsonTests
{
    private const string Rich = """
        {
          "type": "message", "id": "m1", "timestamp": "2026-03-02T09:00:00.123Z", "localTimezone": "Asia/Shanghai",
          "channelId": "msteams", "serviceUrl": "https://smba.example/",
          "from": {"id": "u1", "name": "王女士", "aadObjectId": "a-1"},
          "conversation": {"id": "c1", "isGroup": false, "tenantId": "t"},
          "recipient": {"id": "b1"},
          "text": "什么时候发货 😀", "entities": [{"type": "clientInfo", "locale": "zh-CN"}],
          "attachments": [{"contentType": "image/png", "contentUrl": "https://x/y.png", "thumbnailUrl": "https://x/t.png"}],
          "suggestedActions": {"to": ["u1"], "actions": [{"type": "imBack", "title": "退货", "value": "退货", "image": "i"}]},
          "channelData": {"clientActivityID": "k1", "nested": {"n": 1.50, "list": [null, true]}}
        }
        """;

    [Fact]
    public void RoundTrip_WhenPropertiesAreUnknown_KeepsThem()
    {
        var activity = JsonSerializer.Deserialize(Rich, ActivityJson.Wire.Activity)!;
        var written = JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity);

        JsonElement.DeepEquals(JsonDocument.Parse(written).RootElement, JsonDocument.Parse(Rich).RootElement).ShouldBeTrue(written);
    }

    [Fact]
    public void RoundTrip_WhenChannelDataComes_KeepsItsTextAsReceived()
    {
        var activity = JsonSerializer.Deserialize(Rich, ActivityJson.Wire.Activity)!;

        activity.ChannelData!.Value.GetRawText().ShouldBe("""{"clientActivityID": "k1", "nested": {"n": 1.50, "list": [null, true]}}""");
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("17")]
    [InlineData("{\"a\":1}")]
    [InlineData("null")]
    public void Read_WhenTimestampIsUnreadable_LeavesItOut(string timestamp)
    {
        var activity = JsonSerializer.Deserialize($$"""{"type":"message","timestamp":{{timestamp}},"text":"在吗"}""", ActivityJson.Wire.Activity)!;

        activity.Timestamp.ShouldBeNull();
        activity.Text.ShouldBe("在吗");
    }

    [Fact]
    public void Parse_WhenFieldHasWrongType_NamesTheField()
    {
        var (value, problem) = RequestBody.Parse(Encoding.UTF8.GetBytes("""{"type":"message","from":{"id":[1]}}"""), ActivityJson.Wire.Activity);

        value.ShouldBeNull();
        problem!.Status.ShouldBe(400);
        problem.Detail.ShouldContain("$.from.id");
    }

    [Fact]
    public void Parse_WhenNestedTooDeeply_Refuses()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);

        var (_, problem) = RequestBody.Parse(
            Encoding.UTF8.GetBytes($$"""{"type":"message","channelData":{{deep}}}"""), ActivityJson.Wire.Activity);

        problem!.Status.ShouldBe(400);
    }
}
