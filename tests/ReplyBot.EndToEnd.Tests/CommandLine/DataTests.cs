using System.Text.Json;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.CommandLine;

/// <summary><c>data</c> and <c>report</c>, as somebody types them.</summary>
public sealed class DataTests : IDisposable
{
    private readonly ShopFolders _folders = ShopFolders.Create(utterancesPerIntent: 6);

    private string Backup => Path.Combine(_folders.Root, "backup.db");

    public void Dispose() => _folders.Dispose();

    [EndToEndFact(Requirement.Program)]
    public async Task Data_BackedUpCheckedAndRestored_SaysSoEachTime()
    {
        var checkedEmpty = await RunAsync("data", "check");
        var backedUp = await RunAsync("data", "backup", Backup);
        var again = await RunAsync("data", "backup", Backup);
        var restored = await RunAsync("data", "restore", Backup, "--replace");

        checkedEmpty.ExitCode.ShouldBe(0, checkedEmpty.ToString());
        checkedEmpty.Output.ShouldHaveSingleItem().ShouldContain("the data are sound");
        backedUp.ExitCode.ShouldBe(0, backedUp.ToString());
        backedUp.Output.ShouldHaveSingleItem().ShouldContain(Backup);
        again.ExitCode.ShouldBe(2, again.ToString());
        string.Concat(again.Error).ShouldContain("backup.db");
        restored.ExitCode.ShouldBe(0, restored.ToString());
        restored.Output.ShouldHaveSingleItem().ShouldContain("restart");
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Restore_WhenTheFileIsNoBackup_EndsWith2AndChangesNothing()
    {
        await File.WriteAllTextAsync(Backup, "这不是备份" + new string('x', 8192));

        var refused = await RunAsync("data", "restore", Backup, "--replace");
        var missing = await RunAsync("data", "restore", Backup + ".nowhere");

        refused.ExitCode.ShouldBe(2, refused.ToString());
        missing.ExitCode.ShouldBe(2, missing.ToString());
        string.Concat(missing.Error).ShouldContain("nowhere");
        (await RunAsync("data", "check")).ExitCode.ShouldBe(0);
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Data_WhenTheDatabaseIsDamaged_EndsWith2AndNamesTheFile()
    {
        Directory.CreateDirectory(_folders.Data);
        await File.WriteAllTextAsync(Path.Combine(_folders.Data, "replybot.db"), "这不是数据库" + new string('x', 8192));

        var refused = await RunAsync("data", "check");

        refused.ExitCode.ShouldBe(2, refused.ToString());
        string.Concat(refused.Error).ShouldContain("replybot.db");
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Report_WhenNothingHappened_SaysSoAndInJsonIsEmpty()
    {
        var words = await RunAsync("report", "--day", "2026-05-01", "--days", "7");
        var json = await RunAsync("report", "--json");

        words.ExitCode.ShouldBe(0, words.ToString());
        words.Output.ShouldHaveSingleItem().ShouldContain("nothing happened");
        json.ExitCode.ShouldBe(0, json.ToString());
        using var figures = JsonDocument.Parse(string.Concat(json.Output));
        figures.RootElement.GetArrayLength().ShouldBe(0);
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Report_WhenTheDayOrTheNumberOfDaysIsNone_EndsWith2()
    {
        var day = await RunAsync("report", "--day", "2026-13-01");
        var days = await RunAsync("report", "--days", "0");

        day.ExitCode.ShouldBe(2, day.ToString());
        string.Concat(day.Error).ShouldContain("2026-13-01");
        days.ExitCode.ShouldBe(2, days.ToString());
        string.Concat(days.Error).ShouldContain("--days");
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => ReplyBotCommand.RunAsync(_folders, arguments);
}
