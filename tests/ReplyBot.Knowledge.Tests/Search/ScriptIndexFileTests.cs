using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Tests.Search;

public sealed class ScriptIndexFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("replybot-index-").FullName, "scripts.index");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Load_WhenSaved_FindsTheSame()
    {
        var bundle = ScriptSamples.Bundle(ScriptSamples.Script("ship.time.a", "多久发货", "什么时候发"), ScriptSamples.Script("refund.apply.a", "我要退款"));
        var built = ScriptIndexBuilder.Build(bundle);
        ScriptIndexFile.Save(built, _path);

        var loading = ScriptIndexFile.Load(_path, bundle);

        loading.State.ShouldBe(ScriptIndexState.Loaded);
        var query = new ScriptQuery("什么时候发货", ScriptSamples.Noon);
        loading.Index!.Search(query).Select(hit => (hit.Script.Id, hit.Score)).ShouldBe(built.Search(query).Select(hit => (hit.Script.Id, hit.Score)));
        loading.Index.BundleHash.ShouldBe(bundle.Hash);
    }

    [Fact]
    public void Load_WhenMissing_SaysSo() =>
        ScriptIndexFile.Load(_path, ScriptSamples.Bundle(ScriptSamples.Script("a.b.c", "问"))).State.ShouldBe(ScriptIndexState.Missing);

    [Fact]
    public void Load_WhenOfAnotherBundle_SaysSo()
    {
        ScriptIndexFile.Save(ScriptIndexBuilder.Build(ScriptSamples.Bundle(ScriptSamples.Script("a.b.c", "问"))), _path);

        ScriptIndexFile.Load(_path, ScriptSamples.Bundle(ScriptSamples.Script("a.b.c", "答"))).State.ShouldBe(ScriptIndexState.OfAnotherBundle);
    }

    [Fact]
    public void Load_WhenAnyByteIsDamagedOrMissing_SaysSo()
    {
        var bundle = ScriptSamples.Bundle(ScriptSamples.Script("a.b.c", "问", "问问"));
        ScriptIndexFile.Save(ScriptIndexBuilder.Build(bundle), _path);
        var whole = File.ReadAllBytes(_path);

        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 50))
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(_path, damaged);
            ScriptIndexFile.Load(_path, bundle).State.ShouldBe(ScriptIndexState.Damaged);
            File.WriteAllBytes(_path, whole[..at]);
            ScriptIndexFile.Load(_path, bundle).State.ShouldBe(ScriptIndexState.Damaged);
        }
    }
}
