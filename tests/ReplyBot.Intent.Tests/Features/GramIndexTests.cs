using ReplyBot.Intent.Features;
using Shouldly;

namespace ReplyBot.Intent.Tests.Features;

public sealed class GramIndexTests
{
    private static readonly GramVocabulary Parcels = GramVocabulary.Build(["快递到哪了", "快递快递丢了", "几天能到"], 2);
    private static readonly GramVocabulary Sizes = GramVocabulary.Build(["尺码偏大吗", "大了能换吗"], 2);
    private static readonly GramVocabulary Others = GramVocabulary.Build(["到了吗"], 3);

    [Theory]
    [InlineData("快递快递到了吗")]
    [InlineData("大了能换大码吗")]
    [InlineData("完全没有的字")]
    [InlineData("")]
    public void Weigh_GivesWhatTheVocabularyGivesItself(string prepared)
    {
        var found = new GramIndex([Parcels, Sizes]).Find(prepared);
        foreach (var vocabulary in (GramVocabulary[])[Parcels, Sizes, Others])
            Read(vocabulary, prepared, found.Weigh).ShouldBe(Read(vocabulary, prepared, (asked, grams, weights) => asked.Weigh(prepared, grams, weights)));
    }

    private static (int, float)[] Read(GramVocabulary vocabulary, string prepared, Weighing weigh)
    {
        var (grams, weights) = (new int[prepared.Length * vocabulary.Longest], new float[prepared.Length * vocabulary.Longest]);
        return [.. grams.Zip(weights).Take(weigh(vocabulary, grams, weights))];
    }

    private delegate int Weighing(GramVocabulary vocabulary, Span<int> grams, Span<float> weights);
}
