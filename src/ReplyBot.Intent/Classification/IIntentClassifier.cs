namespace ReplyBot.Intent.Classification;

/// <summary>
/// Says what a buyer's utterance asks for. Implementations are immutable and safe to call from any thread;
/// no type of the engine behind shows here, so that another engine can take its place.
/// </summary>
public interface IIntentClassifier
{
    /// <summary>Classifies one utterance as the buyer typed it; normalising is the classifier's business.</summary>
    IntentPrediction Classify(string utterance);
}
