using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Publishing;

public class ScriptBundleTests
{
    [Fact]
    public void From_WhenContentIsTheSame_MakesTheSameBytes()
    {
        var first = ScriptSamples.Bundle(ScriptSamples.Script("ship.time.a", "多久发货"), ScriptSamples.Script("ship.time.b", "今天发吗"));
        var second = ScriptSamples.Bundle(ScriptSamples.Script("ship.time.b", "今天发吗"), ScriptSamples.Script("ship.time.a", "多久发货"));

        // The policy's ceiling of the sample names the first script's intent, which is the same in both.
        second.Hash.ShouldBe(first.Hash);
        second.Bytes.Span.SequenceEqual(first.Bytes.Span).ShouldBeTrue();
    }

    [Fact]
    public void From_WhenFilesMove_IsUnchanged()
    {
        var script = ScriptSamples.Script("ship.time.a", "多久发货");
        var elsewhere = script with { Source = new ScriptSource(new SourceLocation("x.yaml", 9, 9), new Dictionary<string, SourceLocation>()) };

        ScriptSamples.Bundle(elsewhere).Hash.ShouldBe(ScriptSamples.Bundle(script).Hash);
    }

    [Fact]
    public void Read_WhenGivenTheShopsOwnBase_GivesItBack()
    {
        var bundle = ScriptBundle.From(KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!);

        var reading = ScriptBundle.Read(bundle.Bytes.ToArray(), bundle.Hash);

        reading.Problem.ShouldBeNull();
        ScriptBundle.From(reading.Bundle!.Content).Hash.ShouldBe(bundle.Hash);
        reading.Bundle.Content.Orders.ShouldBeEmpty();
        reading.Bundle.Content.Scripts.Count.ShouldBe(bundle.Content.Scripts.Count);
    }

    [Fact]
    public void Read_WhenAByteIsDamaged_RefusesByHash()
    {
        var bundle = ScriptSamples.Bundle(ScriptSamples.Script("ship.time.a", "多久发货"));
        var bytes = bundle.Bytes.ToArray();
        bytes[bytes.Length / 2] ^= 1;

        var reading = ScriptBundle.Read(bytes, bundle.Hash);

        reading.Bundle.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().ShouldContain("damaged");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"format\":99,\"content\":{}}")]
    [InlineData("null")]
    public void Read_WhenItIsNoBundle_SaysSo(string text)
    {
        var reading = ScriptBundle.Read(System.Text.Encoding.UTF8.GetBytes(text));

        reading.Bundle.ShouldBeNull();
        reading.Problem.ShouldNotBeNullOrEmpty();
    }
}
