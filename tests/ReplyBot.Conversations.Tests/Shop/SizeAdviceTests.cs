using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Conversations.Tests.Shop;

public class SizeAdviceTests
{
    private static readonly Product Shirt = new("p", "衬衫", [], "clothing", 1, 1, [], ["M", "L"], "t", null, new Dictionary<string, string>(), null, null);

    private static readonly KnowledgeBase Knowledge = new()
    {
        Products = [Shirt],
        SizeTables =
        [
            new SizeTable("t", "cm/kg", [Row("M", 160, 168, 50, 60), Row("L", 168, 176, 60, 70)], "版型偏宽松。"),
        ],
    };

    [Fact]
    public void For_WhenHeightAndWeightFitARow_NamesItWithTheReason()
    {
        var advice = SizeAdvice.For(Knowledge, Shirt, new BodyMeasures(165, 55));
        advice.ShouldNotBeNull();
        advice.ShouldStartWith("M码");
        advice.ShouldContain("160-168cm");
        advice.ShouldContain("版型偏宽松");
    }

    [Fact]
    public void For_WhenShortForTheWeight_GoesByWeight() => SizeAdvice.For(Knowledge, Shirt, new BodyMeasures(164, 65))!.ShouldStartWith("L码");

    [Theory]
    [InlineData(165.0, null)]
    [InlineData(null, 55.0)]
    [InlineData(190.0, 110.0)]
    public void For_WhenNotKnownOrNotCovered_SaysNothing(double? height, double? weight) =>
        SizeAdvice.For(Knowledge, Shirt, new BodyMeasures(height, weight)).ShouldBeNull();

    [Fact]
    public void For_WithoutASizeTable_SaysNothing() =>
        SizeAdvice.For(Knowledge, Shirt with { SizeTable = null }, new BodyMeasures(165, 55)).ShouldBeNull();

    private static SizeRow Row(string size, decimal fromHeight, decimal toHeight, decimal fromWeight, decimal toWeight) =>
        new(size, new MeasureRange(fromHeight, toHeight), new MeasureRange(fromWeight, toWeight), new Dictionary<string, decimal>());
}
