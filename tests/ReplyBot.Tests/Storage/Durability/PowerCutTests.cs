using System.Globalization;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>
/// The power is cut in the middle of the work: only what was flushed to the disk is left, and the program goes on with that. The model
/// of it is a library that is loaded into the program. <c>REPLYBOT_POWER_CUTS</c> asks for more rounds.
/// </summary>
[Collection(RealProgramCollection.Name)]
public class PowerCutTests(ReadyShop ready, ITestOutputHelper output)
{
    private const int Cuts = 2;
    private const int MessagesPerSecond = 200;

    /// <summary>
    /// Weaker flushing still flushes now and then, when the log is copied into the database: a cut right after that loses nothing. The
    /// next cut is another moment.
    /// </summary>
    private const int CutsToLoseSomething = 5;

    [PowerCutFact]
    public async Task PowerCut_UnderLoad_LosesNothingAcknowledged()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("REPLYBOT_POWER_CUTS"), CultureInfo.InvariantCulture, out var asked) ? asked : Cuts;
        using var shop = await ready.CopyAsync();
        var acknowledged = new HashSet<string>();
        for (var round = 0; round < rounds; round++)
        {
            var (all, lost) = await CutAsync(shop, round, synchronous: null);
            all.ShouldNotBeEmpty();
            lost.ShouldBeEmpty($"lost in round {round}");
            acknowledged.UnionWith(all);
            acknowledged.Except(StoredMessages.IdsOf(shop.Database)).ShouldBeEmpty("what an earlier round had kept is gone");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} power cuts, {acknowledged.Count} acknowledged, 0 lost"));
    }

    [PowerCutFact]
    public async Task PowerCut_WithWeakerFlushing_LosesSomething_SoThatTheTestCanFail()
    {
        using var shop = await ready.CopyAsync();
        var lost = 0;
        for (var round = 0; round < CutsToLoseSomething && lost == 0; round++)
        {
            var (all, gone) = await CutAsync(shop, round, synchronous: "NORMAL");
            lost = gone.Count;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"synchronous=NORMAL: {all.Count} acknowledged, {lost} lost"));
        }
        lost.ShouldBeGreaterThan(0);
    }

    /// <summary>Serves the shop under load and cuts the power right after an acknowledgement; what the disk has is the shop's data afterwards.</summary>
    private static async Task<(IReadOnlyCollection<string> Acknowledged, IReadOnlyCollection<string> Lost)> CutAsync(SmallShop shop, int round, string? synchronous)
    {
        var disk = Path.Combine(shop.Root, "disk");
        SmallShop.CopyFolder(shop.Data, disk);
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
        // The last word was acknowledged a moment ago: what is not flushed with each commit cannot be on the disk.
        await load.SendOneAsync("还在吗", $"last-{round}");
        program.Kill();
        await stopping.CancelAsync();
        await running;
        SqliteConnection.ClearAllPools();
        Directory.Delete(shop.Data, recursive: true);
        Directory.Move(disk, shop.Data);
        // The shared memory beside the database is no file of the disk's.
        File.Delete(shop.Database + "-shm");
        var stored = StoredMessages.IdsOf(shop.Database);
        StoredMessages.Check(shop.Database).ShouldBe("ok");
        return (load.Acknowledged, [.. load.Acknowledged.Except(stored)]);
    }
}
