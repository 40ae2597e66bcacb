using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Knowledge.Tests.Publishing;

public class BundleDiffTests
{
    private static readonly Script One = ScriptSamples.Script("ship.time.a", "多久发货");
    private static readonly Script Two = ScriptSamples.Script("ship.time.b", "几时发货");

    [Fact]
    public void Compare_WhenNothingChanged_IsEmpty() =>
        BundleDiff.Compare(ScriptSamples.Bundle(One), ScriptSamples.Bundle(One)).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Compare_WhenScriptsChanged_NamesEach()
    {
        var before = ScriptSamples.Bundle(One, Two);
        var after = ScriptSamples.Bundle(One with { Tags = ["新"] }, ScriptSamples.Script("ship.time.c", "哪天发"));

        var diff = BundleDiff.Compare(before, after);

        diff.Added.ShouldHaveSingleItem().Id.ShouldBe("ship.time.c");
        diff.Removed.ShouldHaveSingleItem().Id.ShouldBe("ship.time.b");
        diff.Changed.ShouldHaveSingleItem().After.Tags.ShouldBe(["新"]);
        diff.OtherParts.ShouldBeEmpty();
    }

    [Fact]
    public void Compare_WhenShopFactsChanged_NamesThePart()
    {
        var after = ScriptSamples.Base(One) with { Shop = new ShopFacts(new Dictionary<string, string> { ["name"] = "新名" }) };

        BundleDiff.Compare(ScriptSamples.Bundle(One), ScriptBundle.From(after)).OtherParts.ShouldBe(["shop"]);
    }
}
