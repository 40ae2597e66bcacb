using System.Globalization;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>
/// The power is cut in the middle of the work: only what was flushed to the disk is left. The model of it is a library that is loaded
/// into the program. <c>REPLYBOT_POWER_CUTS</c> asks for more rounds.
/// </summary>
[Collection(RealProgramCollection.Name)]
public class PowerCutTests(ITestOutputHelper output)
{
    private const int Cuts = 2;
    private const int MessagesPerSecond = 200;

    [PowerCutFact]
    public async Task PowerCut_UnderLoad_LosesNothingAcknowledged()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("REPLYBOT_POWER_CUTS"), CultureInfo.InvariantCulture, out var asked) ? asked : Cuts;
        var (acknowledged, lost) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var (all, gone) = await CutAsync(round, synchronous: null);
            acknowledged += all;
            lost += gone;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} power cuts, {acknowledged} acknowledged, {lost} lost"));
        lost.ShouldBe(0);
        acknowledged.ShouldBeGreaterThan(0);
    }

    [PowerCutFact]
    public async Task PowerCut_WithWeakerFlushing_LosesSomething_SoThatTheTestCanFail()
    {
        var (acknowledged, lost) = await CutAsync(0, synchronous: "NORMAL");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"synchronous=NORMAL: {acknowledged} acknowledged, {lost} lost"));
        lost.ShouldBeGreaterThan(0);
    }

    private static async Task<(int Acknowledged, int Lost)> CutAsync(int round, string? synchronous)
    {
        using var shop = SmallShop.Create();
        (await RealProgram.StartAsync(shop)).Dispose();
        var disk = Path.Combine(shop.Root, "disk");
        CopyFolder(shop.Data, disk);
        var environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = PowerCutFactAttribute.Library,
            ["PC_SRC"] = shop.Data,
            ["PC_DST"] = disk,
            // The copy stands for the disk; waiting for the real one would only slow the test.
            ["PC_FAST"] = "1",
        };
        if (synchronous is not null)
            environment["Sqlite__Synchronous"] = synchronous;
        using var program = await RealProgram.StartAsync(shop, environment);
        var load = new BuyerLoad(program);
        await load.OpenAsync();
        using var stopping = new CancellationTokenSource();
        var running = load.RunAsync(MessagesPerSecond, stopping.Token);
        await load.Flowing;
        await Task.Delay(new Random(round).Next(200, 1500));
        program.Kill();
        await stopping.CancelAsync();
        await running;
        SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(disk, "replybot.db-shm"));
        var stored = StoredMessages.IdsOf(Path.Combine(disk, "replybot.db"));
        StoredMessages.Check(Path.Combine(disk, "replybot.db")).ShouldBe("ok");
        return (load.Acknowledged.Count, load.Acknowledged.Except(stored).Count());
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
