using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Intent.Training;

namespace ReplyBot.Intent.Tests.Training;

public sealed class IntentTrainerTests
{
    [Fact]
    public void Train_WhenRepeated_GivesTheSameBytes()
    {
        var one = Bytes(Train(new TrainingOptions { Cores = 1 }));
        var other = Bytes(Train(new TrainingOptions { Cores = 2 }));
        one.ShouldBe(other);
    }

    [Fact]
    public void Train_WhenSeedDiffers_GivesOtherBytes() =>
        Bytes(Train(new TrainingOptions())).ShouldNotBe(Bytes(Train(new TrainingOptions { Seed = 7 })));

    [Fact]
    public void Train_OnAFewUtterances_RecognisesThem()
    {
        var model = Train(new TrainingOptions());
        SmallSet.Set.Utterances.Count(utterance => model.Classify(utterance.Text).Top.Id == utterance.Intent).ShouldBeGreaterThan(27);
        model.Info.DataHash.ShouldBe(SmallSet.Set.Hash);
        model.Info.Metrics.Keys.ShouldContain("accuracy");
    }

    [Fact]
    public void Train_WhenThereIsNothingOutOfScope_TakesEverythingAsInScope()
    {
        var inScope = new TrainingSet(SmallSet.Set.Utterances.Where(utterance => utterance.Intent != IntentPrediction.OutOfScope));
        var model = IntentTrainer.Train(inScope, new TrainingOptions(), null, CancellationToken.None);
        model.Classify("今天天气怎么样").InScope.ShouldBe(1);
    }

    [Fact]
    public void Train_WhenCancelled_Throws() => Should.Throw<OperationCanceledException>(() =>
        IntentTrainer.Train(SmallSet.Set, new TrainingOptions(), null, new CancellationToken(canceled: true)));

    [Fact]
    public void Train_ReportsProgressFromNothingToAll()
    {
        var shares = new Shares();
        IntentTrainer.Train(SmallSet.Set, new TrainingOptions(), shares, CancellationToken.None);
        shares.Seen.ShouldBeInOrder(SortDirection.Ascending);
        shares.Seen[^1].ShouldBe(1);
    }

    private static IntentModel Train(TrainingOptions options) => IntentTrainer.Train(SmallSet.Set, options, null, CancellationToken.None);

    private static byte[] Bytes(IntentModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private sealed class Shares : IProgress<TrainingProgress>
    {
        public List<double> Seen { get; } = [];

        public void Report(TrainingProgress value) => Seen.Add(value.Share);
    }
}
