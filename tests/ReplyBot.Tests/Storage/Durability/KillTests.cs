using System.Globalization;
using Xunit.Abstractions;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>
/// The program is killed in the middle of its work, again and again over the same data. <c>REPLYBOT_KILLS</c> asks for more rounds.
/// </summary>
[Collection(RealProgramCollection.Name)]
public class KillTests(ReadyShop ready, ITestOutputHelper output)
{
    private const int Kills = 5;
    private const int MessagesPerSecond = 200;

    /// <summary>Asked of a machine that does nothing else; among other tests the time says little.</summary>
    private static readonly TimeSpan ReadyAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReadyAgainWhenBusy = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Kill_UnderLoad_LosesNothingAcknowledgedAndAnswersNothingTwice()
    {
        using var shop = await ready.CopyAsync();
        var alone = int.TryParse(Environment.GetEnvironmentVariable("REPLYBOT_KILLS"), CultureInfo.InvariantCulture, out var asked);
        var rounds = alone ? asked : Kills;
        var acknowledged = new HashSet<string>();
        var random = new Random(20260501);
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < rounds; round++)
        {
            using var program = await RealProgram.StartAsync(shop);
            slowest = program.Startup > slowest ? program.Startup : slowest;
            var load = new BuyerLoad(program);
            await load.OpenAsync();
            using var stopping = new CancellationTokenSource();
            var running = load.RunAsync(MessagesPerSecond, stopping.Token);
            await load.Flowing;
            await Task.Delay(random.Next(200, 1500));
            program.Kill();
            await stopping.CancelAsync();
            await running;
            acknowledged.UnionWith(load.Acknowledged);
            load.Acknowledged.ShouldNotBeEmpty();

            var stored = StoredMessages.IdsOf(shop.Database);
            acknowledged.Except(stored).ShouldBeEmpty($"lost in round {round}");
            StoredMessages.AnsweredTwice(shop.Database).ShouldBeEmpty();
        }
        StoredMessages.Check(shop.Database).ShouldBe("ok");
        slowest.ShouldBeLessThan(alone ? ReadyAgain : ReadyAgainWhenBusy);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} kills, {acknowledged.Count} acknowledged, none lost; ready again within {slowest.TotalSeconds:0.0} s"));
    }
}
