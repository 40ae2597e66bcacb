using System.Net;
using Xunit.Abstractions;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>
/// The whole program on a small disk that fills up. <c>REPLYBOT_SMALL_DISK</c> names the folder where such a disk is mounted, which takes
/// root and is done by <c>.ci/run</c> and <c>bench/durability/run</c>.
/// </summary>
[Collection(RealProgramCollection.Name)]
public class DiskFullProgramTests(ReadyShop ready, ITestOutputHelper output)
{
    private const string Ballast = "ballast";

    [SmallDiskFact]
    public async Task Post_WhenTheDiskIsFull_SaysSoAndWorksAgainWithoutARestart()
    {
        var disk = SmallDiskFactAttribute.Folder!;
        using var shop = await ready.CopyAsync();
        var small = shop.OnOtherDisk(disk);
        using var program = await RealProgram.StartAsync(small);
        var load = new BuyerLoad(program);
        await load.OpenAsync();
        (await load.SendOneAsync("在吗", "before"))!.StatusCode.ShouldBe(HttpStatusCode.OK);

        Fill(Path.Combine(small.Data, Ballast));
        HttpResponseMessage? refused = null;
        for (var message = 0; message < 2000 && refused is null; message++)
            if (await load.SendOneAsync(new string('长', 1500), $"c{message}") is { IsSuccessStatusCode: false } response)
                refused = response;
        refused.ShouldNotBeNull();
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();

        File.Delete(Path.Combine(small.Data, Ballast));
        (await load.SendOneAsync("现在呢", "after"))!.StatusCode.ShouldBe(HttpStatusCode.OK);
        program.Kill();
        load.Acknowledged.Except(StoredMessages.IdsOf(small.Database)).ShouldBeEmpty();
        output.WriteLine($"{load.Acknowledged.Count} acknowledged, {load.Refused.Count} refused, none lost");
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[64 * 1024];
        try
        {
            while (true)
                stream.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
