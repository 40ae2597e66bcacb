using ReplyBot.Conversations.Serving;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;
using ReplyBot.Serving;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.Serving;

public class ServedBaseTests
{
    private const int Swaps = 1000;
    private const int Versions = 8;

    [Fact]
    public async Task Swap_WhenSearchesRunAllTheWhile_NeverMixesVersions()
    {
        var versions = Enumerable.Range(0, Versions).Select(Version).ToArray();
        var served = new ServedBase(versions[0]);
        using var swapped = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 4).Select(_ => Task.Run(() => SearchUntil(served, swapped.Token))).ToArray();

        for (var i = 1; i <= Swaps; i++)
        {
            served.Swap(versions[i % Versions]);
            await Task.Yield();
        }
        await swapped.CancelAsync();

        (await Task.WhenAll(searches)).ShouldAllBe(count => count > 0);
        served.Current.ShouldBe(versions[Swaps % Versions]);
    }

    /// <summary>Every hit belongs to the version that the answer names.</summary>
    private static int SearchUntil(ServedBase served, CancellationToken swapped)
    {
        var count = 0;
        do
        {
            var current = served.Current;
            var hits = current.Index.Search(new ScriptQuery("付款后多久发货", DateTimeOffset.UnixEpoch));
            hits.ShouldNotBeEmpty();
            current.Index.BundleHash.ShouldBe(current.Bundle.Hash);
            foreach (var hit in hits)
                current.Bundle.Content.FindScript(hit.Script.Id).ShouldBeSameAs(hit.Script);
            count++;
        }
        while (!swapped.IsCancellationRequested);
        return count;
    }

    private static ServingBase Version(int number)
    {
        var bundle = ScriptBundle.From(new KnowledgeBase
        {
            Scripts = [.. Enumerable.Range(0, 5 + number).Select(i => new Script(
                $"ship.time.v{number}-{i}", "ship.time", $"付款后多久发货{i}", [], [new Wording($"版本{number}：很快发出。")], Conditions.None, SendMode.Automatic))],
        });
        return new ServingBase(bundle, ScriptIndexBuilder.Build(bundle), new OutboundGuard(bundle.Content), new PlainReader());
    }
}
