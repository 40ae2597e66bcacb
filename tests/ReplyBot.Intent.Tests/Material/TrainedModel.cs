using System.Security.Cryptography;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Training;

namespace ReplyBot.Intent.Tests.Material;

/// <summary>
/// The model of the shipped utterances. Training it takes most of the tests' time, so it is kept beside the tests under a name
/// made of the data and the code that it came from.
/// </summary>
public sealed class TrainedModel
{
    private readonly Lazy<IntentModel> shipped = new(TrainOrRead);

    public IntentModel Model => shipped.Value;

    private static IntentModel TrainOrRead()
    {
        var set = TrainingSet.Read(Folders.KnowledgeBase).Set.ShouldNotBeNull();
        var code = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(typeof(IntentModel).Assembly.Location)));
        var path = Path.Combine(AppContext.BaseDirectory, $"model-{set.Hash[..16]}-{code[..16]}.bin");
        if (IntentModel.Read(path).Model is { } kept)
            return kept;
        var model = IntentTrainer.Train(set, new TrainingOptions(), progress: null, CancellationToken.None);
        using (var file = File.Create(path + ".new"))
            model.Save(file);
        File.Move(path + ".new", path, overwrite: true);
        return model;
    }
}

[CollectionDefinition(nameof(TrainedModel))]
public sealed class TrainedModelCollection : ICollectionFixture<TrainedModel>;
