using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Tests.Material;

namespace ReplyBot.Intent.Tests.Emotions;

[Collection(nameof(TrainedModel))]
public sealed class EmotionReaderTests(TrainedModel trained)
{
    [Fact]
    public void Read_OnLabelledMessages_RecognisesEmotions()
    {
        var reader = new UtteranceReader(trained.Model, ProductNames.None);
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("emotions.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], [columns[0]], [reader.Read(columns[1]).Emotion.Label.ToString()]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.90, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenNothingIsFelt_HasNoStrength() => Read("什么时候发货").ShouldBe(Emotion.Neutral);

    [Fact]
    public void Read_WhenShouted_IsStronger() => Read("骗子！！！").Strength.ShouldBeGreaterThan(Read("骗子").Strength);

    [Fact]
    public void Read_WhenPraiseIsNegated_IsDissatisfied() => Read("一点都不满意").Label.ShouldBe(EmotionLabel.Dissatisfied);

    [Fact]
    public void Read_WhenNoEmotionWasLearned_IsNeutral() => new EmotionReader(emotions: null, strengths: null).Read(null!).ShouldBe(Emotion.Neutral);

    private Emotion Read(string text) => new UtteranceReader(trained.Model, ProductNames.None).Read(text).Emotion;
}
