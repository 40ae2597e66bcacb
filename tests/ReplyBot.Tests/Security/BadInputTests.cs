using System.Net;
using System.Net.Http.Headers;
using ReplyBot.Accounts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Security;

/// <summary>Hostile lines as message texts and search queries, hostile JSON as activities: nothing breaks, and what is stored is what was said.</summary>
public class BadInputTests
{
    private const int Side = 8;
    private const int LongestQuery = 500;

    [BadInputsFact]
    public Task Post_HostileLines_AreStoredAsTheyAreOnSqlite() => StoresAsync(StorageEngine.Sqlite);

    [BadInputsOnPostgresFact]
    public Task Post_HostileLines_AreStoredAsTheyAreOnPostgres() => StoresAsync(StorageEngine.Postgres);

    private static async Task StoresAsync(StorageEngine engine)
    {
        var lines = HostileLines.Read(SharedFolder.Find("badinputs")!);
        lines.Count.ShouldBeGreaterThan(3000);
        await using var host = await RunningHost.StartAsync(engine, "RateLimits:MessageBurst=100000", "RateLimits:DirectLinePerSecond=100000", "Logging:LogLevel:Default=Warning");
        await Parallel.ForEachAsync(lines.Chunk(1 + (lines.Count / Side)), async (chunk, cancellation) =>
        {
            var buyer = await host.OpenBuyerAsync();
            foreach (var line in chunk)
            {
                using var answer = await buyer.SayAsync(line);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, line);
            }
            var stored = await BuyerTextsAsync(host, buyer.ConversationId);
            // NUL is the one character that not every engine can keep.
            stored.ShouldBe(chunk.Select(line => line.Replace('\0', '\uFFFD')));
        });
        await host.TurnsEndAsync();
        host.Log.Lines.ShouldNotContain(line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [BadInputsFact]
    public async Task Search_HostileLines_AnswersEach()
    {
        var lines = HostileLines.Read(SharedFolder.Find("badinputs")!);
        await using var host = await RunningHost.StartAsync();
        var browser = await host.SignInAsync("agent", Roles.Agent);
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = Side }, async (line, _) =>
        {
            // A line of an address has its limit; the rest of an over-long query is not looked at anyway.
            var query = string.Concat(line.EnumerateRunes().Take(LongestQuery));
            var answer = await browser.GetAsync("/api/desk/scripts?q=" + Uri.EscapeDataString(query));
            answer.Status.ShouldBe(200, line);
        });
    }

    [BadInputsFact]
    public async Task Post_HostileJson_IsAnsweredBelow500()
    {
        var files = Directory.GetFiles(Path.Combine(SharedFolder.Find("badinputs")!, "json-test-suite"), "*.json", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(300);
        await using var host = await RunningHost.StartAsync("RateLimits:MessageBurst=100000", "RateLimits:DirectLinePerSecond=100000");
        var buyer = await host.OpenBuyerAsync();
        foreach (var file in files)
        {
            using var body = new ByteArrayContent(await File.ReadAllBytesAsync(file));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await buyer.PostAsync(body);
            ((int)answer.StatusCode).ShouldBeLessThan(500, file);
        }
    }

    private static async Task<List<string>> BuyerTextsAsync(RunningHost host, string conversation)
    {
        var texts = new List<string>();
        for (var after = 0L; await host.Store.MessagesAsync(conversation, after, 1000, CancellationToken.None) is { Count: > 0 } page; after = page[^1].Seq)
            texts.AddRange(page.Where(message => message.From == Conversations.Transcripts.MessageAuthor.Buyer).Select(message => message.Text));
        return texts;
    }
}

/// <summary>Skipped, with the reason, where the hostile inputs or a PostgreSQL server are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BadInputsOnPostgresFactAttribute : FactAttribute
{
    public BadInputsOnPostgresFactAttribute() =>
        Skip = SharedFolder.Find("badinputs") is null ? "shared/badinputs is not beside the repository" : PostgresServer.Absence;
}
