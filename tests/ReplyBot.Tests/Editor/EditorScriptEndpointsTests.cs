using System.Net.Http.Json;
using System.Text.Json;
using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Editor;

public class EditorScriptEndpointsTests
{
    private const string Address = "/api/editor/scripts/ship.time.weekend";

    [Fact]
    public async Task List_ShowsEveryScriptWithItsUseStateAndAge()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        (await RowsAsync(editor)).Values.ShouldAllBe(row => row.GetProperty("state").GetString() == "new");
        await PublishAsync(editor);
        var publishedAt = console.Clock.GetUtcNow();
        console.Clock.Advance(TimeSpan.FromDays(10));
        editor = await console.SignInAsync("later", Roles.Editor);
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch.Replace("礼拜天发不发", "礼拜天发货不", StringComparison.Ordinal));

        var rows = await RowsAsync(editor);

        var row = rows["ship.time.standard"];
        row.GetProperty("state").GetString().ShouldBe("same");
        row.GetProperty("changedAt").GetDateTimeOffset().ShouldBe(publishedAt);
        row.GetProperty("variants").GetInt32().ShouldBe(2);
        row.GetProperty("warnings").GetInt32().ShouldBeGreaterThan(0);
        row.GetProperty("errors").GetInt32().ShouldBe(0);
        row.GetProperty("usage").GetProperty("answered").GetInt32().ShouldBe(0);
        rows["ship.time.weekend"].GetProperty("state").GetString().ShouldBe("changed");

        await PublishAsync(editor);
        rows = await RowsAsync(editor);
        rows["ship.time.standard"].GetProperty("changedAt").GetDateTimeOffset().ShouldBe(publishedAt);
        rows["ship.time.weekend"].GetProperty("changedAt").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow());
    }

    [Fact]
    public async Task List_NamesTheScriptsThatWantLookingAfter()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch
            .Replace("    send: automatic", "    when: {until: 2026-07-01}\n    send: automatic", StringComparison.Ordinal)
            .Replace("周六能发吗", "几点能发出", StringComparison.Ordinal));
        await PublishAsync(editor);
        console.Clock.Advance(TimeSpan.FromDays(31));
        editor = await console.SignInAsync("later", Roles.Editor);

        var rows = await RowsAsync(editor);

        Names(rows["ship.time.weekend"]).ShouldBe(["expired", "contradictory", "never-used"]);
        Names(rows["ship.time.standard"]).ShouldBe(["never-used"]);
        Names(rows["notice.holding"]).ShouldBeEmpty();

        static IEnumerable<string?> Names(JsonElement row) => row.GetProperty("decay").EnumerateArray().Select(name => name.GetString());
    }

    [Theory]
    [InlineData("礼拜天", "ship.time.weekend")]
    [InlineData("打包 周六", "ship.time.weekend")]
    [InlineData("SHIP.TIME.ST", "ship.time.standard")]
    [InlineData("没有这句话", "")]
    public async Task Matching_LooksInWhatIsAskedAndSaid(string query, string found)
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var ids = (await editor.GetAsync($"/api/editor/scripts/matching?q={Uri.EscapeDataString(query)}")).Body.GetProperty("ids").EnumerateArray().Select(id => id.GetString());
        string.Join(' ', ids).ShouldBe(found);
    }

    [Fact]
    public async Task Save_WritesTheScriptAndNothingElse()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var (etag, script) = await ReadAsync(editor);
        script["question"] = "周末还发货吗？";

        var saved = await SaveAsync(editor, etag, script);

        saved.Status.ShouldBe(200);
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldBe(SampleFolder.Dispatch.Replace("周末发货吗？", "周末还发货吗？", StringComparison.Ordinal));
        (await ReadAsync(editor)).Etag.ShouldBe(saved.Body.GetProperty("etag").GetString());
    }

    [Fact]
    public async Task Save_WhenSomebodySavedInBetween_Is409AndWritesNothing()
    {
        await using var console = await TestConsole.StartAsync();
        var first = await console.SignInAsync("first", Roles.Editor);
        var second = await console.SignInAsync("second", Roles.Editor);
        var (etag, script) = await ReadAsync(first);
        script["question"] = "周末还发货吗？";
        (await SaveAsync(first, etag, script)).Status.ShouldBe(200);
        var filed = console.Knowledge.Read(SampleFolder.DispatchFile);

        script["question"] = "礼拜天发货吗？";
        (await SaveAsync(second, etag, script)).Status.ShouldBe(409);

        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldBe(filed);
    }

    [Fact]
    public async Task Save_ManyAtOnce_LosesNoneOfThoseToldSaved()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var (etag, script) = await ReadAsync(editor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            SaveAsync(editor, etag, new Dictionary<string, object?>(script) { ["question"] = $"周末第{number}次发货吗？" })));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 409).ShouldBe(7);
    }

    [Fact]
    public async Task Save_WhenTheFileHasAMistake_LosesNoScriptOfIt()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var broken = SampleFolder.Dispatch.Replace("    question: 付款后多久发货？\n", "", StringComparison.Ordinal);
        console.Knowledge.Write(SampleFolder.DispatchFile, broken);
        var (etag, script) = await ReadAsync(editor);
        script["question"] = "周末还发货吗？";
        (await SaveAsync(editor, etag, script)).Status.ShouldBe(422);
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldBe(broken);
    }

    [Fact]
    public async Task Save_WithoutAnAnswer_NamesTheField()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var (etag, script) = await ReadAsync(editor);
        script["wordings"] = Array.Empty<object>();
        (await SaveAsync(editor, etag, script)).Blames("wordings").ShouldBeTrue();
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("Night")]
    [InlineData("")]
    public async Task Add_UnderAnImpossibleName_IsRefused(string name)
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        (await editor.PostAsync("/api/editor/scripts", new { intent = "ship.time", name, script = new { question = "夜里发吗", wordings = new[] { new { text = "夜里也按先后安排。" } } } }))
            .Blames("name").ShouldBeTrue();
    }

    [Fact]
    public async Task Add_FilesTheScriptWithTheOthersOfItsIntent_AndOnlyOnce()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var request = new { intent = "ship.time", name = "night", script = new { question = "夜里发吗", wordings = new[] { new { text = "夜里也按付款先后安排。" } } } };

        var added = await editor.PostAsync("/api/editor/scripts", request);

        added.Status.ShouldBe(201);
        added.Body.GetProperty("file").GetString().ShouldBe(SampleFolder.DispatchFile);
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldStartWith(SampleFolder.Dispatch);
        (await editor.PostAsync("/api/editor/scripts", request)).Blames("name").ShouldBeTrue();
    }

    [Fact]
    public async Task Remove_TakesTheScriptOutOfItsFile()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var (etag, _) = await ReadAsync(editor);
        (await editor.PostAsync(Address + "/remove", new { etag })).Status.ShouldBe(204);
        (await editor.GetAsync(Address)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Check_NamesTheFieldAndTheWords()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var checkedDraft = await editor.PostAsync("/api/editor/check", new
        {
            id = "ship.time.night",
            intent = "ship.time",
            script = new { question = "周末发货吗？", wordings = new[] { new { text = "好的" }, new { text = "发货看{{order.colour}}" } }, when = new { until = "2026-01-01" } },
        });
        var findings = checkedDraft.Body.GetProperty("findings").EnumerateArray().ToList();
        findings.ShouldContain(finding => finding.GetProperty("field").GetString() == "question" && finding.GetProperty("message").GetProperty("zh").GetString()!.Contains("ship.time.weekend"));
        findings.ShouldContain(finding => finding.GetProperty("field").GetString() == "when.until");
        var slot = findings.First(finding => finding.GetProperty("field").GetString() == "wordings[1]" && finding.GetProperty("length").GetInt32() > 0);
        slot.GetProperty("start").GetInt32().ShouldBe("发货看".Length);
        checkedDraft.Body.GetProperty("preview").EnumerateArray().ShouldContain(platform => platform.GetProperty("channel").GetString() == "web");
    }

    [Fact]
    public async Task Ask_InThePlayground_SaysWhatWouldBeDoneAndStoresNothing()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        foreach (var against in new[] { "published", "files" })
        {
            var answer = (await editor.PostAsync("/api/editor/playground", new { text = "付款后多久发货？", channel = "web", against })).Body;
            answer.GetProperty("action").GetString().ShouldBe("answer");
            var best = answer.GetProperty("hits")[0];
            best.GetProperty("scriptId").GetString().ShouldBe("ship.time.standard");
            best.GetProperty("features").GetArrayLength().ShouldBeGreaterThan(0);
            answer.GetProperty("thresholds").EnumerateArray().Select(threshold => threshold.GetProperty("name").GetString()).ShouldContain("margin");
        }
        (await console.Store.ListAsync(Conversations.Storage.ConversationScope.All, null, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_ForAnAgent_Is403()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("agent", Roles.Agent);
        foreach (var path in new[] { "/api/editor/scripts", "/api/editor/staged", "/api/editor/inbox", "/api/board" })
            (await agent.GetAsync(path)).Status.ShouldBe(403, path);
    }

    private static async Task<Dictionary<string, JsonElement>> RowsAsync(ConsoleClient editor) =>
        (await editor.GetAsync("/api/editor/scripts")).Body.GetProperty("items").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetString()!);

    private static async Task PublishAsync(ConsoleClient editor)
    {
        var hash = (await editor.GetAsync("/api/editor/staged")).Body.GetProperty("hash").GetString();
        (await editor.PostAsync("/api/editor/publications", new { hash })).Status.ShouldBe(200);
    }

    private static async Task<(string Etag, Dictionary<string, object?> Script)> ReadAsync(ConsoleClient editor)
    {
        var item = (await editor.GetAsync(Address)).Body;
        return (item.GetProperty("etag").GetString()!, item.GetProperty("script").Deserialize<Dictionary<string, object?>>()!);
    }

    private static Task<ConsoleAnswer> SaveAsync(ConsoleClient editor, string etag, Dictionary<string, object?> script) =>
        editor.SendAsync(HttpMethod.Put, Address, JsonContent.Create(new { etag, script }));
}
