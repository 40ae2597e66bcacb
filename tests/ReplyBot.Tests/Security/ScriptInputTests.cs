using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Storage;
using ReplyBot.Tests.Desk;
using ReplyBot.Tests.Editor;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Security;

/// <summary>Hostile tables as imports, hostile YAML as script files and hostile lines in the form: nothing breaks, nothing is half-written, and both engines publish the same.</summary>
public class ScriptInputTests
{
    private const int LinesTried = 80;
    private const string HostileFile = "scripts/any/hostile.yaml";

    [BadInputsFact]
    public async Task Import_HostileTables_IsAnsweredBelow500AndWritesAllOrNothing()
    {
        await using var host = await RunningHost.StartAsync();
        using var files = new SampleFolder(host.KnowledgeBase);
        var editor = await host.SignInAsync("editor", Roles.Editor);
        var tables = Tables().ToList();
        tables.Count.ShouldBeGreaterThan(50);
        foreach (var (name, table) in tables)
        {
            var before = StampOf(host.KnowledgeBase);
            var answer = await editor.SendAsync(HttpMethod.Post, "/api/editor/import?apply=true", new ByteArrayContent(table));
            answer.Status.ShouldBeLessThan(500, name);
            if (answer.Status != 200 || !answer.Body.GetProperty("applied").GetBoolean())
                StampOf(host.KnowledgeBase).ShouldBe(before, name);
            (await editor.GetAsync("/api/editor/staged")).Body.GetProperty("errors").GetInt32().ShouldBe(0, name);
        }
    }

    [BadInputsFact]
    public async Task Files_WhateverYamlTheyHold_AreNamedAndNeverPublished()
    {
        await using var host = await RunningHost.StartAsync();
        using var files = new SampleFolder(host.KnowledgeBase);
        var editor = await host.SignInAsync("editor", Roles.Editor);
        var suite = Directory.GetFiles(Path.Combine(SharedFolder.Find("badinputs")!, "yaml-test-suite"), "*.yaml", SearchOption.AllDirectories);
        suite.Length.ShouldBeGreaterThan(300);
        foreach (var file in suite)
        {
            files.Write(HostileFile, await File.ReadAllTextAsync(file));
            var staged = await editor.GetAsync("/api/editor/staged");
            staged.Status.ShouldBe(200, file);
            staged.Body.GetProperty("errors").GetInt32().ShouldBeGreaterThan(0, file);
            (await editor.PostAsync("/api/editor/publications", new { hash = staged.Body.GetProperty("hash").GetString() })).Status.ShouldBe(409, file);
        }
        (await editor.GetAsync("/api/editor/scripts")).Status.ShouldBe(200);
        (await host.Services.GetRequiredService<PublishedBaseStore>().CurrentAsync(CancellationToken.None)).ShouldBeNull();
    }

    [BadInputsOnPostgresFact]
    public async Task Save_HostileLines_StandInTheFileAndInThePublishedBaseAsTheyAreOnBothEngines()
    {
        var hashes = new List<string>();
        foreach (var engine in new[] { StorageEngine.Sqlite, StorageEngine.Postgres })
            hashes.Add(await SaveAndPublishAsync(engine));
        hashes[0].ShouldBe(hashes[1]);
    }

    private static async Task<string> SaveAndPublishAsync(StorageEngine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var files = new SampleFolder(host.KnowledgeBase);
        var editor = await host.SignInAsync("editor", Roles.Editor);
        var saved = new Dictionary<string, string>();
        foreach (var (line, place) in HostileLines.Read(SharedFolder.Find("badinputs")!).Chunk(50).Select(some => some[0]).Take(LinesTried).Select((line, place) => (line, place)))
        {
            // What the rules for what we say forbid is for the guard's tests; here it is the characters.
            var note = line.Length <= 1000 ? line : line[..1000];
            var before = StampOf(host.KnowledgeBase);
            var answer = await editor.PostAsync("/api/editor/scripts", new
            {
                intent = "return.how",
                name = $"h{place}",
                script = new { question = $"第{place}件怎么退货", wordings = new[] { new { text = $"第{place}件在订单里点申请退货。" }, new { text = $"第{place}件可以自己申请。" } }, note },
            });
            answer.Status.ShouldBeLessThan(500, line);
            if (answer.Status == 201)
                saved[$"return.how.h{place}"] = note.ReplaceLineEndings("\n").Trim();
            else
                StampOf(host.KnowledgeBase).ShouldBe(before, line);
        }
        saved.Count.ShouldBeGreaterThan(LinesTried * 9 / 10);
        var staged = (await editor.GetAsync("/api/editor/staged")).Body;
        staged.GetProperty("errors").GetInt32().ShouldBe(0);
        foreach (var (id, note) in saved.Where((_, place) => place % 5 == 0))
            ((await editor.GetAsync($"/api/editor/scripts/{id}")).Body.GetProperty("script").GetProperty("note").GetString() ?? "").ShouldBe(note, id);

        var published = host.Services.GetRequiredService<PublishedBaseStore>();
        (await editor.PostAsync("/api/editor/publications", new { hash = staged.GetProperty("hash").GetString() })).Status.ShouldBe(200);
        var bundle = (await published.ReadAsync((await published.CurrentAsync(CancellationToken.None))!, CancellationToken.None)).Bundle!;
        bundle.Content.Scripts.Where(script => saved.ContainsKey(script.Id)).ShouldAllBe(script => (script.Note ?? "") == saved[script.Id]);
        return bundle.Hash;
    }

    /// <summary>The tables as they are, and tables of our own form with a hostile line in every cell.</summary>
    private static IEnumerable<(string Name, byte[] Table)> Tables()
    {
        var folder = SharedFolder.Find("badinputs")!;
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "csv-spectrum"), "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(Path.Combine(folder, "payloads", "csv"))))
            yield return (file, File.ReadAllBytes(file));
        foreach (var (line, place) in HostileLines.Read(folder).Chunk(100).Select((some, place) => (some, place)))
            yield return ($"lines {place}", Encoding.UTF8.GetBytes(Written(line)));
    }

    private static string Written(string[] lines)
    {
        var text = new StringBuilder("编号,意图,标准问,相似问,回答,标签,备注\r\n");
        foreach (var (line, place) in lines.Select((line, place) => (line, place)))
            text.AppendJoin(',', new[] { place % 5 == 0 ? line : $"return.how.c{place}", "return.how", line, line, line, line, line }.Select(Quoted)).Append("\r\n");
        return text.ToString();
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string StampOf(string folder) =>
        string.Join('\n', Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));
}
