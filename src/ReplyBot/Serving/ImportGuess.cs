using ReplyBot.Intent.Classification;
using ReplyBot.Knowledge.Exchange;

namespace ReplyBot.Serving;

/// <summary>What the intent model takes a row of an imported table for, the same on the command line and in the editor.</summary>
internal static class ImportGuess
{
    /// <summary>The best intent; null where the row is none of a shop's business, which no script is for.</summary>
    public static GuessedIntent? Of(IntentPrediction prediction) =>
        prediction.Top.Id == IntentPrediction.OutOfScope ? null : new GuessedIntent(prediction.Top.Id, prediction.Top.Confidence);
}
