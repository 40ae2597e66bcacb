using ReplyBot.Intent.Classification;
using Shouldly;

namespace ReplyBot.Intent.Tests.Classification;

public sealed class WeightedRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(41)]
    [InlineData(64)]
    [InlineData(165)]
    public void Add_AddsEachRowTimesItsWeight(int width)
    {
        var values = Enumerable.Range(0, 5 * width).Select(place => (float)((place * 37 % 101) - 50)).ToArray();
        var rows = new WeightedRows(values, width);
        var sums = Enumerable.Repeat(1f, width).ToArray();

        rows.Add([0, 3, 4], [2f, -1f, 0.5f], sums);

        sums.ShouldBe(Enumerable.Range(0, width).Select(column => 1 + (2 * values[column]) - values[(3 * width) + column] + (0.5f * values[(4 * width) + column])));
    }

    [Fact]
    public void ToHalves_GivesTheValuesBack()
    {
        Half[] values = [.. Enumerable.Range(0, 3 * 5).Select(place => (Half)(place / 8f))];

        new WeightedRows(values, 5).ToHalves().ShouldBe(values);
    }
}
