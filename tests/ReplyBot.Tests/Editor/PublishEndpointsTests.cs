using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Editor;

public class PublishEndpointsTests
{
    [Fact]
    public async Task Publish_WhatWasLookedAt_IsServedNextAndSaysWhoDidIt()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var hash = (await StagedAsync(editor)).GetProperty("hash").GetString();

        var published = await editor.PostAsync("/api/editor/publications", new { hash });

        published.Status.ShouldBe(200);
        published.Body.GetProperty("publishedBy").GetString().ShouldBe("客服editor");
        (await StagedAsync(editor)).GetProperty("changes").GetArrayLength().ShouldBe(0);
        var noted = await console.Services.GetRequiredService<AuditLog>().ReadAsync(long.MaxValue, 10, CancellationToken.None);
        noted.Where(entry => entry.Action == AuditActions.Published).ShouldHaveSingleItem().Subject.ShouldBe(hash);
    }

    [Fact]
    public async Task Staged_ShowsWhatPublishingWouldChange()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        await PublishAsync(editor);
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch
            .Replace("几点能发出", "几点能走", StringComparison.Ordinal).Replace("ship.time.weekend", "ship.time.sunday", StringComparison.Ordinal));

        var changes = (await StagedAsync(editor)).GetProperty("changes").EnumerateArray().ToDictionary(change => change.GetProperty("id").GetString()!);

        changes.ToDictionary(change => change.Key, change => change.Value.GetProperty("kind").GetString()).ShouldBe(new Dictionary<string, string?>
        {
            ["ship.time.standard"] = "changed",
            ["ship.time.sunday"] = "added",
            ["ship.time.weekend"] = "removed",
        }, ignoreOrder: true);
        var field = changes["ship.time.standard"].GetProperty("fields")[0];
        field.GetProperty("field").GetString().ShouldBe("variants");
        field.GetProperty("before")[0].GetString().ShouldBe("几点能发出");
        field.GetProperty("after")[0].GetString().ShouldBe("几点能走");
    }

    [Fact]
    public async Task Staged_WhenThePolicyChanged_SaysWhatOfIt()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        await PublishAsync(editor);
        console.Knowledge.Write("policies/policy.yaml", "schema: 1\nslots:\n  dispatch_hours: 48\nnever_promise: [假一赔十]\n");

        var part = (await StagedAsync(editor)).GetProperty("parts").EnumerateArray().ShouldHaveSingleItem();

        part.GetProperty("name").GetString().ShouldBe("policy");
        part.GetProperty("fields").EnumerateArray().ToDictionary(
            field => field.GetProperty("field").GetString()!,
            field => $"{string.Join(' ', field.GetProperty("before").EnumerateArray())}→{string.Join(' ', field.GetProperty("after").EnumerateArray())}")
            .ShouldBe(new Dictionary<string, string> { ["slots.dispatch_hours"] = "24→48", ["neverPromise"] = "→假一赔十" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Publish_WhenLintHasErrors_Is409()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch.Replace("policy.dispatch_hours", "policy.nothing", StringComparison.Ordinal));
        var staged = await StagedAsync(editor);
        staged.GetProperty("errors").GetInt32().ShouldBeGreaterThan(0);
        (await editor.PostAsync("/api/editor/publications", new { hash = staged.GetProperty("hash").GetString() })).Status.ShouldBe(409);
        (await editor.GetAsync("/api/editor/publications")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Publish_WhenTheFilesChangedMeanwhile_Is409()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var hash = (await StagedAsync(editor)).GetProperty("hash").GetString();
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch.Replace("几点能发出", "几点能走", StringComparison.Ordinal));
        (await editor.PostAsync("/api/editor/publications", new { hash })).Status.ShouldBe(409);
    }

    [Fact]
    public async Task Publish_WhenAQuestionIsNoLongerAnsweredByItsScript_Is409AndTheReplaySaysWhich()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch.Replace("intent: ship.time\n    question: 周末", "intent: return.how\n    question: 周末", StringComparison.Ordinal));
        await console.BuyerSaysAsync("c1", "周末发货吗");

        var report = (await editor.GetAsync("/api/editor/staged/replay")).Body;

        report.GetProperty("passes").GetBoolean().ShouldBe(report.GetProperty("goldenMissed").GetArrayLength() == 0);
        report.GetProperty("questions").GetInt32().ShouldBe(3);
        var published = await editor.PostAsync("/api/editor/publications", new { hash = (await StagedAsync(editor)).GetProperty("hash").GetString() });
        published.Status.ShouldBe(report.GetProperty("passes").GetBoolean() ? 200 : 409);
    }

    [Fact]
    public async Task Restore_GoesBackAndIsItselfAPublication()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        await PublishAsync(editor);
        console.Knowledge.Write(SampleFolder.DispatchFile, SampleFolder.Dispatch.Replace("几点能发出", "几点能走", StringComparison.Ordinal));
        await PublishAsync(editor);
        var history = await HistoryAsync(editor);

        var restored = await editor.PostAsync($"/api/editor/publications/{history[1].GetProperty("id").GetInt64()}/restore");

        restored.Body.GetProperty("hash").GetString().ShouldBe(history[1].GetProperty("hash").GetString());
        (await HistoryAsync(editor)).Count.ShouldBe(3);
        (await editor.PostAsync("/api/editor/publications/99/restore")).Status.ShouldBe(404);
    }

    private static async Task<JsonElement> StagedAsync(ConsoleClient editor) => (await editor.GetAsync("/api/editor/staged")).Body;

    private static async Task PublishAsync(ConsoleClient editor) =>
        (await editor.PostAsync("/api/editor/publications", new { hash = (await StagedAsync(editor)).GetProperty("hash").GetString() })).Status.ShouldBe(200);

    private static async Task<List<JsonElement>> HistoryAsync(ConsoleClient editor) =>
        [.. (await editor.GetAsync("/api/editor/publications")).Body.GetProperty("items").EnumerateArray()];
}
