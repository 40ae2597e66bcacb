using ReplyBot.Cli;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Training;
using ReplyBot.Storage;

namespace ReplyBot.Serving;

/// <summary>Keeps the intent models: trains to a staged file, promotes it, keeps the one before for going back.</summary>
public sealed class ModelKeeper(ProgramFolders folders, IWorkDisplay display)
{
    /// <summary>What a model is compared by; the fewer lines a figure rests on, the more of a difference is chance.</summary>
    private static readonly (string Name, double Noise)[] ComparedMetrics =
        [("accuracy", 0.005), ("emotion.f1", 0.02), ("buyer-type.f1", 0.02), ("threat.recall", 0.02), ("threat.precision", 0.02)];

    /// <summary>The model to serve: the active one, trained first when it is missing, damaged or older than the utterances.</summary>
    /// <exception cref="CannotRunException">There is no model and none can be trained.</exception>
    public async Task<IntentModel> EnsureAsync(CancellationToken cancellation)
    {
        var active = IntentModel.Read(folders.ActiveModel);
        var data = TrainingSet.Read(folders.KnowledgeBase);
        if (active.Model is { } model && (data.Set is null || data.Set.Hash == model.Info.DataHash))
            return model;
        if (data.Set is null)
            throw new CannotRunException($"没有可用的意图模型，训练语料也读不出来 / there is no intent model and the utterances cannot be read:\n{string.Join('\n', data.Problems)}");
        if (active.Model is null && File.Exists(folders.ActiveModel))
            display.Warn($"意图模型文件不能用，重新训练 / the intent model file cannot be used and is trained again: {active.Problem}");
        await TrainAsync(data.Set, cancellation);
        return Promote();
    }

    /// <summary>Trains a model into the staged file.</summary>
    public async Task<IntentModel> TrainAsync(TrainingSet data, CancellationToken cancellation)
    {
        folders.Create();
        var model = await display.RunAsync("训练意图模型 Training the intent model", progress => Task.Run(() =>
            IntentTrainer.Train(data, new TrainingOptions(), new Progress<TrainingProgress>(step => progress.Report(step.Share)), cancellation), cancellation));
        SafeFile.Write(folders.StagedModel, model.Save);
        return model;
    }

    /// <summary>
    /// In what the staged model is worse than the active one, by each one's own cross-validation and beyond chance; nothing when it is
    /// not, or when one of them is not there.
    /// </summary>
    public IReadOnlyList<MetricLoss> LossesOfPromoting()
    {
        if (IntentModel.Read(folders.ActiveModel).Model is not { } active || IntentModel.Read(folders.StagedModel).Model is not { } staged)
            return [];
        return [.. ComparedMetrics
            .Where(metric => active.Info.Metrics.ContainsKey(metric.Name))
            .Select(metric => (metric.Noise, Loss: new MetricLoss(metric.Name, active.Info.Metrics[metric.Name] - staged.Info.Metrics.GetValueOrDefault(metric.Name))))
            .Where(compared => compared.Loss.Loss > compared.Noise)
            .Select(compared => compared.Loss)];
    }

    /// <summary>Makes the staged model the active one.</summary>
    public IntentModel Promote()
    {
        var staged = IntentModel.Read(folders.StagedModel);
        if (staged.Model is not { } model)
            throw new CannotRunException($"没有可上线的模型，请先运行 intent train / there is no staged model; run `intent train` first: {staged.Problem}");
        if (File.Exists(folders.ActiveModel))
            File.Move(folders.ActiveModel, folders.PreviousModel, overwrite: true);
        File.Move(folders.StagedModel, folders.ActiveModel, overwrite: true);
        return model;
    }

    /// <summary>Goes back to the model that was active before.</summary>
    public IntentModel RollBack()
    {
        var previous = IntentModel.Read(folders.PreviousModel);
        if (previous.Model is not { } model)
            throw new CannotRunException($"没有可以退回的模型 / there is no earlier model to go back to: {previous.Problem}");
        File.Copy(folders.PreviousModel, folders.StagedModel, overwrite: true);
        File.Move(folders.ActiveModel, folders.PreviousModel, overwrite: true);
        File.Move(folders.StagedModel, folders.ActiveModel, overwrite: true);
        return model;
    }
}
