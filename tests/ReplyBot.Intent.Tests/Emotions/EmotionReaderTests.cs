using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Emotions;

public sealed class EmotionReaderTests
{
    private static readonly EmotionReader Reader = new();

    [Fact]
    public void Read_OnLabelledMessages_RecognisesEmotions()
    {
        var scores = new LabelScores();
        foreach (var columns in Folders.Lines("emotions.tsv").Select(line => line.Split('\t')))
            scores.Add(columns[1], [columns[0]], [Read(columns[1]).Label.ToString()]);

        scores.MacroF1.ShouldBeGreaterThanOrEqualTo(0.80, $"F1 {scores.MacroF1}\n{scores.Mistakes}");
    }

    [Fact]
    public void Read_WhenNothingIsFelt_HasNoStrength() => Read("什么时候发货").ShouldBe(Emotion.Neutral);

    [Fact]
    public void Read_WhenShouted_IsStronger() => Read("骗子！！！").Strength.ShouldBeGreaterThan(Read("骗子").Strength);

    [Fact]
    public void Read_WhenPraiseIsNegated_IsDissatisfied() => Read("一点都不满意").Label.ShouldBe(EmotionLabel.Dissatisfied);

    private static Emotion Read(string text) => Reader.Read(TextNormalizer.Default.Normalize(text));
}
