using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Metrics;
using ReplyBot.Conversations.Serving;
using ReplyBot.Storage;
using ReplyBot.Tests.Desk;
using ReplyBot.Tests.Editor;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.Privacy;

/// <summary>What buyers write of themselves stands in the transcript and nowhere else.</summary>
public class PersonalDataTests
{
    [Fact]
    public async Task Numbers_SentThroughConversations_StandInTheTranscriptOnly()
    {
        var numbers = SyntheticNumbers.Draw(1000);
        await using var host = await RunningHost.StartAsync("RateLimits:MessageBurst=100000", "RateLimits:DirectLinePerSecond=100000");
        await Parallel.ForEachAsync(numbers.Chunk(100), async (chunk, _) =>
        {
            var buyer = await host.OpenBuyerAsync();
            foreach (var number in chunk)
            {
                using var answer = await buyer.SayAsync($"我的号码是{number}，麻烦看一下");
                answer.EnsureSuccessStatusCode();
            }
        });
        await host.TurnsEndAsync();
        var agent = await host.SignInAsync("agent", Roles.Agent);
        (await agent.GetAsync("/api/desk/conversations?scope=waiting")).Status.ShouldBe(200);

        var transcript = await DumpAsync(host.Database, "messages");
        numbers.ShouldAllBe(number => transcript.Contains(number));
        foreach (var table in await TablesAsync(host.Database))
        {
            if (table == "messages")
                continue;
            var content = await DumpAsync(host.Database, table);
            numbers.Where(content.Contains).ShouldBeEmpty(table);
        }
        var log = string.Join('\n', host.Log.Lines);
        log.Length.ShouldBeGreaterThan(10_000);
        numbers.Where(log.Contains).ShouldBeEmpty();
        await NowhereElseAsync(host, agent, numbers);
        var list = (await agent.GetAsync("/api/desk/conversations?scope=all")).Body.GetRawText();
        list.ShouldContain("****");
        numbers.Where(list.Contains).ShouldBeEmpty();
    }

    /// <summary>What people and programs are shown or given: transcripts of others, the inbox, the board, exports, reports, the log of what was done, health.</summary>
    private static async Task NowhereElseAsync(RunningHost host, ConsoleClient agent, IReadOnlyList<string> numbers)
    {
        using var files = new SampleFolder(host.KnowledgeBase);
        var everything = await host.SignInAsync("everything", [.. Roles.All]);
        var conversation = (await agent.GetAsync("/api/desk/conversations?scope=all&take=1")).Body.GetProperty("items")[0].GetProperty("id").GetString();
        string[] addresses =
        [
            $"/api/desk/conversations/{conversation}", $"/api/desk/conversations/{conversation}/messages", "/api/desk/scripts?q=号码", "/api/editor/inbox", "/api/editor/inbox/saved-replies",
            "/api/editor/scripts", "/api/editor/export?format=csv", "/api/editor/export?format=xlsx", "/api/board", "/api/audit", "/healthz/ready", "/openapi/v1.json",
        ];
        foreach (var address in addresses)
        {
            var answer = await everything.GetAsync(address);
            answer.Status.ShouldBe(200, address);
            var shown = await answer.Response.Content.ReadAsStringAsync();
            numbers.Where(shown.Contains).ShouldBeEmpty(address);
        }
        (await everything.GetAsync("/api/editor/inbox")).Body.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        var day = DateTimeOffset.UtcNow;
        var report = JsonSerializer.Serialize(ServiceClocks.Compute(
            await new EventLog(host.Database).ReadAsync(day.AddDays(-1), day.AddDays(1), CancellationToken.None),
            ClockRules.Of(host.Services.GetRequiredService<IServingBase>().Current.Bundle.Content, ShopClock.China)));
        report.ShouldContain("web");
        numbers.Where(report.Contains).ShouldBeEmpty("the report");
        // Indexes, models and whatever else lies beside the database, where the transcripts are.
        var data = host.Services.GetRequiredService<ProgramFolders>().Data;
        foreach (var file in Directory.GetFiles(data, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllTextAsync(file, Encoding.Latin1);
            numbers.Where(bytes.Contains).ShouldBeEmpty(file);
        }
    }

    private static Task<IReadOnlyList<string>> TablesAsync(IDatabase database) =>
        database.ReadAsync<IReadOnlyList<string>>(async connection => [.. await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'")], CancellationToken.None);

    private static Task<string> DumpAsync(IDatabase database, string table) =>
        database.ReadAsync(async connection =>
        {
            var text = new StringBuilder();
            using var reader = await connection.ExecuteReaderAsync($"SELECT * FROM {table}");
            while (await reader.ReadAsync())
                for (var column = 0; column < reader.FieldCount; column++)
                    text.Append(reader.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(column).ToString()).Append('\n');
            return text.ToString();
        }, CancellationToken.None);
}
