using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Tests.Support;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.Tests.Http;

public class BadInputTests
{
    [SharedFact("badinputs", "json-test-suite")]
    public void Parse_WhateverTheJsonTestSuiteHolds_AnswersWithAProblemOrAnActivity()
    {
        var files = Directory.GetFiles(SharedFolder.Find("badinputs", "json-test-suite")!, "*.json", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(200);

        foreach (var file in files)
        {
            var content = File.ReadAllBytes(file);
            foreach (var body in new[] { content, [.. "{\"type\":\"message\",\"text\":\"a\",\"channelData\":"u8, .. content, (byte)'}'] })
            {
                var (activity, problem) = RequestBody.Parse(body.AsSpan(), ActivityJson.Wire.Activity);
                (activity is null).ShouldBe(problem is not null, file);
                if (activity is not null)
                {
                    _ = InboundTurn.Read(activity);
                    _ = InboundTurn.ClientActivityId(activity);
                    System.Text.Json.JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity).ShouldNotBeEmpty();
                }
            }
        }
    }
}
