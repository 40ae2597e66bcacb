using ReplyBot.EndToEnd.Tests.Browsing;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.Publishing;

/// <summary>An editor changes a script while the program serves.</summary>
[Collection(RunningShopCollection.Name)]
public class PublishingTests(RunningShop shop)
{
    private const string Question = "什么时候发货";
    private const string NewWords = "从仓库寄出";

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Publish_WhenAWordingWasChanged_ServesItWithoutARestart()
    {
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);
        using var program = await RunningProgram.StartAsync(folders);
        await using var buyer = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(), program.Address);
        (await buyer.AskAsync(Question)).ShouldNotContain(NewWords);

        ReplaceWordings(folders.ContentFile("scripts", "in-sale", "dispatch.yaml"), "ship.time.standard",
            "亲，付款后一天之内就从仓库寄出，请您放心。", "您放心，一天之内从仓库寄出。");
        foreach (var command in new[] { "lint", "build", "publish" })
        {
            var result = await ReplyBotCommand.RunAsync(folders, ["kb", command]);
            result.ExitCode.ShouldBe(0, result.ToString());
        }
        await program.LoggedAsync("Now serving base");

        await using var next = await BuyerPage.OpenAsync(await shop.Browser.NewContextAsync(), program.Address);
        (await next.AskAsync(Question)).ShouldContain(NewWords);
    }

    private static void ReplaceWordings(string file, string script, params string[] wordings)
    {
        var lines = File.ReadAllLines(file).ToList();
        var start = lines.FindIndex(lines.IndexOf($"  - id: {script}"), line => line == "    wordings:") + 1;
        var end = lines.FindIndex(start, line => !line.StartsWith("      ", StringComparison.Ordinal));
        lines.RemoveRange(start, end - start);
        lines.InsertRange(start, wordings.Select(wording => $"      - {wording}"));
        File.WriteAllLines(file, lines);
    }
}
