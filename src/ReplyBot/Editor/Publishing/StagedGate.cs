using ReplyBot.Conversations.Serving;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Serving;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Publishing;

/// <summary>Holds a bundle made of the files to the same gate as the command line, with the base and the model that are served now.</summary>
internal sealed class StagedGate(IDatabase database, ServingPreparation preparation, IServingBase serving, TimeProvider clock)
{
    /// <summary>Asks both bases the same questions.</summary>
    public Task<ReplayReport> CompareAsync(ScriptBundle staged, CancellationToken cancellation)
    {
        var served = serving.Current;
        return new PublishGate(database, preparation, new ServedClassifier(served.Reader), clock).CompareAsync(served.Bundle, staged, progress: null, cancellation);
    }

    private sealed class ServedClassifier(IUtteranceReader reader) : IIntentClassifier
    {
        public IntentPrediction Classify(string utterance) => reader.Read(utterance).Intent;
    }
}
