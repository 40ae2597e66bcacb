using System.Text.Json;
using ReplyBot.BotFramework.Handoff;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.Tests.Handoff;

public class HandoffEventsTests
{
    private static readonly TranscriptMessage Entry = new()
    {
        Seq = 3,
        Id = "e3",
        From = new(ParticipantRole.Bot, "replybot"),
        Timestamp = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Initiate_WhenWritten_IsTheEventOfTheProtocolWithItsTranscript()
    {
        var said = Entry with { Seq = 1, Id = "e1", Text = "我要投诉", From = new(ParticipantRole.Buyer, "dl_a") };

        var activity = Write(HandoffEvents.Initiate(Entry, "c1", new("complaint", Intent: "after.complaint"), [said]));

        activity.GetProperty("type").GetString().ShouldBe("event");
        activity.GetProperty("name").GetString().ShouldBe("handoff.initiate");
        activity.GetProperty("value").GetRawText().ShouldBe("""{"reason":"complaint","intent":"after.complaint"}""");
        var transcript = activity.GetProperty("attachments")[0];
        transcript.GetProperty("contentType").GetString().ShouldBe("application/json");
        transcript.GetProperty("name").GetString().ShouldBe("Transcript");
        transcript.GetProperty("content").GetProperty("activities")[0].GetProperty("text").GetString().ShouldBe("我要投诉");
    }

    [Theory]
    [InlineData(HandoffState.Accepted, "accepted")]
    [InlineData(HandoffState.Failed, "failed")]
    [InlineData(HandoffState.Completed, "completed")]
    public void Status_WhenWritten_NamesTheState(HandoffState state, string written)
    {
        var activity = Write(HandoffEvents.Status(Entry, state, "没有人在线"));

        activity.GetProperty("name").GetString().ShouldBe("handoff.status");
        activity.GetProperty("value").GetProperty("state").GetString().ShouldBe(written);
        activity.GetProperty("value").GetProperty("message").GetString().ShouldBe("没有人在线");
    }

    private static JsonElement Write(TranscriptMessage message) =>
        JsonSerializer.SerializeToElement(OutboundTurn.Write(message, "c1", "directline", _ => null), ActivityJson.Wire.Activity);
}
