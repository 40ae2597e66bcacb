using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using ReplyBot.BotFramework.DirectLine;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.Http;

/// <summary>Measures memory, hence alone.</summary>
[CollectionDefinition(nameof(HostileInputTests), DisableParallelization = true)]
public class HostileInputCollection;

[Collection(nameof(HostileInputTests))]
public class HostileInputTests
{
    private const int Seed = 20260302;

    [Fact]
    public async Task Post_WhateverAnActivityIsMutatedTo_AnswersBelow500()
    {
        await using var host = await TestHost.StartAsync();
        host.Gateway.Bot = message => message.Text;
        var open = await host.OpenAsync();
        var random = new Random(Seed);
        var valid = Encoding.UTF8.GetBytes(Activities.MessageJson("亲，什么时候发货😀"));
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var bodies = Enumerable.Range(0, 2000).Select(_ => Mutate(valid, random)).ToList();

        await Parallel.ForEachAsync(bodies.Index(), async (body, _) =>
        {
            using var content = new ByteArrayContent(body.Item);
            content.Headers.ContentType = new("application/json");
            using var response = body.Index % 2 == 0
                ? await host.SendAsync(HttpMethod.Post, open.Activities, open.Token, content)
                : await host.SendAsync(HttpMethod.Post, "/api/messages", body: content);
            statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
        });

        statuses.Keys.ShouldAllBe(status => (int)status < 500);
        statuses.Keys.ShouldContain(HttpStatusCode.OK);
        statuses.Keys.ShouldContain(HttpStatusCode.BadRequest);
        using var read = await host.SendAsync(HttpMethod.Get, open.Activities, open.Token);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stream_WhateverFramesAClientSends_OthersAreServed()
    {
        await using var host = await TestHost.StartAsync();
        var neighbour = await host.OpenAsync();
        await using var calm = await TestSocket.OpenAsync(neighbour.StreamUrl);
        var random = new Random(Seed);

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, _) =>
        {
            byte[] frame;
            lock (random)
            {
                frame = new byte[i % 10 == 0 ? random.Next(8000) : random.Next(200)];
                random.NextBytes(frame);
            }

            var open = await host.OpenAsync();
            await using var wild = await TestSocket.OpenAsync(open.StreamUrl);
            await wild.SendAsync(frame, i % 2 == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
        });

        host.Gateway.Say(neighbour.Id, "一切正常");
        (await calm.ReceiveActivitiesAsync(1)).Single().GetProperty("text").GetString().ShouldBe("一切正常");
    }

    [Fact]
    public async Task Read_WhenTenThousandIdsAreGuessed_NoneOpens()
    {
        await using var host = await TestHost.StartAsync();
        var mine = await host.OpenAsync();
        var opened = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), async (_, _) =>
        {
            using var response = await host.SendAsync(
                HttpMethod.Get, $"/v3/directline/conversations/{DirectLineTokens.NewConversationId()}/activities", mine.Token);
            if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound))
                Interlocked.Increment(ref opened);
        });

        opened.ShouldBe(0);
    }

    [Fact]
    public async Task Post_WhenAMegabyteComesTwoHundredTimes_Is413EachAndMemoryStays()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('a', 1024 * 1024)}}"}""");
        await RefusedAsync(host, open, body);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 200; i++)
            await RefusedAsync(host, open, body);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(20 * 1024 * 1024);
    }

    private static async Task RefusedAsync(TestHost host, OpenConversation open, byte[] body)
    {
        using var response = await host.SendAsync(HttpMethod.Post, open.Activities, open.Token, new ByteArrayContent(body));
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>Bytes flipped, cut, doubled, or replaced by tokens that parsers trip over.</summary>
    private static byte[] Mutate(byte[] valid, Random random)
    {
        string[] tokens = ["null", "{}", "[]", "\"\\ud800\"", "1e999", "-0", "\"\\u0000\"", "true", "{\"a\":[[[[]]]]}", "\u202e", "\"", "\\"];
        var bytes = valid.ToList();
        for (var n = random.Next(1, 4); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Length)]));
                    break;
                default:
                    // A value for a value: the shape stays JSON, the types do not.
                    var text = Encoding.UTF8.GetString([.. bytes]);
                    var values = System.Text.RegularExpressions.Regex.Matches(text, "\"[^\"]*\"(?=[,}])");
                    if (values.Count > 0)
                    {
                        var value = values[random.Next(values.Count)];
                        text = text[..value.Index] + tokens[random.Next(tokens.Length)] + text[(value.Index + value.Length)..];
                        bytes = [.. Encoding.UTF8.GetBytes(text)];
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
