using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Tests.Material;
using ReplyBot.Intent.Training;

namespace ReplyBot.Intent.Tests.Classification;

public sealed class IntentModelTests : IDisposable
{
    private static readonly IntentModel Model = IntentTrainer.Train(SmallSet.Set, new TrainingOptions(), null, CancellationToken.None);

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Read_WhenSaved_PredictsTheSame()
    {
        Save();
        var read = IntentModel.Read(path).Model.ShouldNotBeNull();
        read.Info.DataHash.ShouldBe(Model.Info.DataHash);
        read.Info.Intents.ShouldBe(Model.Info.Intents);
        read.Info.Metrics.ShouldBe(Model.Info.Metrics);
        foreach (var text in new[] { "什么时候发货", "", "别的话", "订单 123456" })
        {
            var (one, other) = (Model.Classify(text), read.Classify(text));
            other.Ranked.ShouldBe(one.Ranked);
            other.InScope.ShouldBe(one.InScope);
        }
    }

    [Fact]
    public void Read_WhenMissing_IsAProblem()
    {
        var reading = IntentModel.Read(path);
        reading.Model.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().ShouldStartWith(path);
    }

    [Fact]
    public void Read_WhenOneByteIsChangedAnywhere_IsAProblem()
    {
        Save();
        var bytes = File.ReadAllBytes(path);
        foreach (var at in new[] { 0, 8, 20, 100, bytes.Length / 2, bytes.Length - 1 })
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 0x40;
            File.WriteAllBytes(path, changed);
            IntentModel.Read(path).Problem.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(43)]
    [InlineData(2000)]
    public void Read_WhenCutOff_IsAProblem(int length)
    {
        Save();
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        IntentModel.Read(path).Model.ShouldBeNull();
    }

    [Fact]
    public void Classify_OnAnyString_GivesProbabilities() => Prop.ForAll<string?>(text =>
    {
        var prediction = Model.Classify(text ?? "");
        return prediction.InScope is >= 0 and <= 1
            && prediction.Ranked.Count == 4
            && prediction.Ranked.All(scored => scored.Confidence is >= 0 and <= 1)
            && Math.Abs(prediction.Ranked.Sum(scored => scored.Confidence) - 1) < 1e-3
            && Math.Abs(prediction.ConfidenceOf(IntentPrediction.OutOfScope) - (1 - prediction.InScope)) < 1e-3;
    }).QuickCheckThrowOnFailure();

    private void Save()
    {
        using var file = File.Create(path);
        Model.Save(file);
    }
}
