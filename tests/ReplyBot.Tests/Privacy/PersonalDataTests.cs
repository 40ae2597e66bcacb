using System.Text;
using Dapper;
using ReplyBot.Accounts;
using ReplyBot.Storage;
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
        var list = (await agent.GetAsync("/api/desk/conversations?scope=all")).Body.GetRawText();
        list.ShouldContain("****");
        numbers.Where(list.Contains).ShouldBeEmpty();
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
