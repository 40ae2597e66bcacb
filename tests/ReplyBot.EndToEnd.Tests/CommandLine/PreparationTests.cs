using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.CommandLine;

/// <summary>Files that the program makes itself are made when they are missing, and made again when they are damaged.</summary>
public class PreparationTests
{
    [EndToEndFact(Requirement.Program)]
    public async Task Suggest_WhenModelOrIndexIsMissingOrDamaged_SaysSoMakesItAndAnswersTheSame()
    {
        using var folders = ShopFolders.Create(utterancesPerIntent: 6);
        var sound = await SuggestAsync(folders);
        sound.Output.Count.ShouldBe(2, sound.ToString());
        sound.Error.ShouldContain(line => line.Contains("Training", StringComparison.Ordinal), sound.ToString());
        var index = Directory.EnumerateFiles(Path.Combine(folders.Data, "index")).Single();

        Damage(folders.Model);
        var withoutModel = await SuggestAsync(folders);
        Damage(index);
        var withoutIndex = await SuggestAsync(folders);
        var again = await SuggestAsync(folders);

        withoutModel.Error.ShouldContain(line => line.Contains("damaged", StringComparison.Ordinal), withoutModel.ToString());
        withoutIndex.Error.ShouldContain(line => line.Contains("damaged", StringComparison.Ordinal), withoutIndex.ToString());
        again.Error.ShouldBeEmpty(again.ToString());
        foreach (var result in new[] { withoutModel, withoutIndex, again })
            result.Output.Select(WithoutTime).ShouldBe(sound.Output.Select(WithoutTime));
    }

    private static async Task<CommandResult> SuggestAsync(ShopFolders folders)
    {
        var result = await ReplyBotCommand.RunAsync(folders, ["suggest", "--json"], "什么时候发货\n可以开发票吗\n");
        result.ExitCode.ShouldBe(0, result.ToString());
        return result;
    }

    private static string WithoutTime(string line) => line[..line.IndexOf("\"elapsedMicroseconds\"", StringComparison.Ordinal)];

    /// <summary>Changes a few bytes in the middle, where no header tells.</summary>
    private static void Damage(string file)
    {
        using var stream = File.Open(file, FileMode.Open);
        stream.Position = stream.Length / 2;
        var bytes = new byte[16];
        stream.ReadExactly(bytes);
        stream.Position = stream.Length / 2;
        stream.Write([.. bytes.Select(value => (byte)~value)]);
    }
}
