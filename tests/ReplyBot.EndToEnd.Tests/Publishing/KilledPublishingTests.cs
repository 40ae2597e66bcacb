using System.Globalization;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.Publishing;

/// <summary>A command that is killed leaves the published base whole, at whatever moment; REPLYBOT_PUBLISH_KILLS says how many times.</summary>
public class KilledPublishingTests
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("REPLYBOT_PUBLISH_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    [EndToEndFact(Requirement.Program)]
    public async Task BuildAndPublish_WhenKilledAtAnyMoment_LeaveOneWholeVersion()
    {
        using var folders = ShopFolders.Create(utterancesPerIntent: 12);
        (await RunAsync(folders, "search", "什么时候发货")).ExitCode.ShouldBe(0);
        var random = new Random(20);
        for (var i = 0; i < Kills; i++)
        {
            await File.AppendAllTextAsync(folders.ContentFile("lexicon", "terms.txt"), $"\n栗屿试词{i}\n");
            if (i % 2 == 1)
                (await RunAsync(folders, "build")).ExitCode.ShouldBe(0);
            using (var process = ChildProcess.Start(
                "dotnet", [Repository.Program, "kb", i % 2 == 0 ? "build" : "publish", "--data", folders.Data, "--knowledge-base", folders.KnowledgeBase], folders.Root))
            {
                // The moment is the matter here: anywhere from the start to after the end.
                await Task.Delay(random.Next(2000));
                process.Kill();
            }

            var search = await RunAsync(folders, "search", "什么时候发货");
            search.ExitCode.ShouldBe(0, search.ToString());
            search.Output.ShouldContain(line => line.Contains("ship.time", StringComparison.Ordinal), search.ToString());
            search.Error.ShouldNotContain(line => line.Contains("damaged", StringComparison.Ordinal), search.ToString());
        }

        foreach (var command in new[] { "build", "publish" })
        {
            var result = await RunAsync(folders, command);
            result.ExitCode.ShouldBe(0, result.ToString());
        }
    }

    private static Task<CommandResult> RunAsync(ShopFolders folders, params string[] arguments) =>
        ReplyBotCommand.RunAsync(folders, ["kb", .. arguments]);
}
