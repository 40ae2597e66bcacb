using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Knowledge.Rendering;

namespace ReplyBot.Knowledge.Tests.Rendering;

public class SlotTemplateTests
{
    [Fact]
    public void Render_WhenEverySlotHasAValue_IsComplete()
    {
        var rendered = SlotTemplate.Parse("{{time.greeting}}，{{shop.name}}欢迎您").Render(slot => slot == "shop.name" ? "试验店" : "早上好");

        rendered.Text.ShouldBe("早上好，试验店欢迎您");
        rendered.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Render_WhenAValueIsMissing_NamesTheSlotOnce()
    {
        var rendered = SlotTemplate.Parse("{{order.number}}和{{ order.number }}").Render(_ => null);

        rendered.Unfilled.ShouldBe(["order.number"]);
        rendered.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void Render_WhenAValueLooksLikeASlot_LeavesItText()
    {
        var rendered = SlotTemplate.Parse("{{buyer.name}}您好").Render(slot => slot == "buyer.name" ? "{{order.address}}" : "秘密");

        rendered.Text.ShouldBe("{{order.address}}您好");
        rendered.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("没有槽位")]
    [InlineData("半个{{order.number")]
    [InlineData("空的{{}}和{{ }}")]
    [InlineData("中文{{订单}}")]
    [InlineData("}}{{")]
    public void Parse_WhenNothingIsASlot_KeepsTheText(string text)
    {
        var template = SlotTemplate.Parse(text);

        template.Slots.ShouldBeEmpty();
        template.Render(_ => "x").Text.ShouldBe(text);
    }

    [Fact]
    public void Parse_WhenTextIsAnything_LosesNoCharacter()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), given =>
        {
            var text = given.Get + "{{shop.name}}" + given.Get;
            var parts = SlotTemplate.Parse(text).Parts;
            return parts.Sum(part => part is SlotPart slot ? slot.Length : ((TextPart)part).Text.Length) == text.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("policy.dispatch_hours", true)]
    [InlineData("order.number", true)]
    [InlineData("order.secret", false)]
    [InlineData("nothing", false)]
    public void IsKnown_WhenAsked_KnowsTheContract(string slot, bool known) => SlotReference.IsKnown(slot).ShouldBe(known);
}
