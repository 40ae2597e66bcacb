using System.Text;
using System.Text.Json.Nodes;

namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>Activities as channels send them.</summary>
internal static class Activities
{
    public const string LoopbackService = "http://127.0.0.1:9/";

    public static StringContent Message(string text, string? serviceUrl = LoopbackService, string channelId = "emulator") =>
        new(MessageJson(text, serviceUrl, channelId), Encoding.UTF8, "application/json");

    public static string MessageJson(string text, string? serviceUrl = LoopbackService, string channelId = "emulator")
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "act-1",
            ["channelId"] = channelId,
            ["conversation"] = new JsonObject { ["id"] = "conv/1" },
            ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "王女士" },
            ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "小店" },
            ["text"] = text,
            ["channelData"] = new JsonObject { ["k"] = 1 },
        };
        if (serviceUrl is not null)
            activity["serviceUrl"] = serviceUrl;
        return activity.ToJsonString();
    }
}
