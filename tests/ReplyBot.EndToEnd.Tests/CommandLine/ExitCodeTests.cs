using System.Text.RegularExpressions;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.CommandLine;

/// <summary>Exit code 1 for findings in the content, 2 when a command cannot run, each with words that say where.</summary>
[Collection(RunningShopCollection.Name)]
public sealed class ExitCodeTests(RunningShop shop) : IDisposable
{
    private readonly ShopFolders _folders = ShopFolders.Create(utterancesPerIntent: 6);

    private string Script => _folders.ContentFile("scripts", "in-sale", "dispatch.yaml");

    public void Dispose() => _folders.Dispose();

    [EndToEndFact(Requirement.Program)]
    public async Task Lint_WhenYamlIsBroken_EndsWith1AndNamesFileAndLine()
    {
        var lines = File.ReadAllLines(Script).Length;
        await File.AppendAllTextAsync(Script, "  - id: [broken\n    intent: ship.time\n");

        var result = await ReplyBotCommand.RunAsync(_folders, ["kb", "lint"]);

        result.ExitCode.ShouldBe(1, result.ToString());
        var place = Regex.Match(string.Join('\n', result.Output), @"dispatch\.yaml:(\d+):\d+: error");
        place.Success.ShouldBeTrue(result.ToString());
        int.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(lines + 1, lines + 3);
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Build_WhenAScriptNamesAnUnknownIntent_EndsWith1AndStagesNothing()
    {
        await File.WriteAllTextAsync(Script, (await File.ReadAllTextAsync(Script)).Replace("    intent: ship.time\n", "    intent: ship.nowhere\n", StringComparison.Ordinal));

        var built = await ReplyBotCommand.RunAsync(_folders, ["kb", "build"]);
        var published = await ReplyBotCommand.RunAsync(_folders, ["kb", "publish"]);

        built.ExitCode.ShouldBe(1, built.ToString());
        built.Output.ShouldContain(line => Regex.IsMatch(line, @"dispatch\.yaml:\d+:\d+: error") && line.Contains("ship.nowhere", StringComparison.Ordinal), built.ToString());
        published.ExitCode.ShouldBe(2, published.ToString());
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Lint_WhenTheFolderIsMissing_EndsWith2AndNamesIt()
    {
        var missing = Path.Combine(_folders.Root, "nowhere");

        var result = await ReplyBotCommand.RunAsync("dotnet", [Repository.Program, "kb", "lint", "--knowledge-base", missing, "--data", _folders.Data], _folders.Root);

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        string.Concat(result.Error).ShouldContain("nowhere");
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Command_WhenItIsUnknown_EndsWith2()
    {
        var result = await ReplyBotCommand.RunAsync(_folders, ["kb", "paint"]);

        result.ExitCode.ShouldBe(2, result.ToString());
        string.Concat(result.Error).ShouldContain("paint");
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Command_WhenTopIsNoNumberThatCounts_EndsWith2AndSaysWhichDo()
    {
        string[][] commands = [["suggest", "--top", "99999999999"], ["suggest", "--top", "0"], ["suggest", "--top", ""], ["kb", "search", "退货", "--top", "-5"]];
        foreach (var command in commands)
        {
            var result = await ReplyBotCommand.RunAsync(_folders, command);

            result.ExitCode.ShouldBe(2, result.ToString());
            string.Concat(result.Error).ShouldContain("1 to 20");
        }
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Search_WhenPinyinIsTyped_FindsWhatItSpells()
    {
        var found = await ReplyBotCommand.RunAsync(_folders, ["kb", "search", "fahuo"]);
        var elsewhere = await ReplyBotCommand.RunAsync(_folders, ["kb", "search", "fahuo", "--channel", "nowhere"]);

        found.ExitCode.ShouldBe(0, found.ToString());
        found.Output.Where(line => line.Contains("发货", StringComparison.Ordinal)).ShouldNotBeEmpty(found.ToString());
        elsewhere.ExitCode.ShouldBe(2, elsewhere.ToString());
        string.Concat(elsewhere.Error).ShouldContain("nowhere");
    }

    [EndToEndFact(Requirement.Program)]
    public async Task Serve_WhenTheAddressIsTaken_EndsWith2AndNamesIt()
    {
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);

        var result = await ReplyBotCommand.RunAsync(folders, ["serve", "--urls", shop.Address.GetLeftPart(UriPartial.Authority)]);

        result.ExitCode.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        string.Concat(result.Error).ShouldContain(shop.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
