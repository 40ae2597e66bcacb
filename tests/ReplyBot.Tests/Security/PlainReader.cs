using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;

namespace ReplyBot.Tests.Security;

/// <summary>Understands nothing, whatever it is given: every message is one that the bot is unsure about.</summary>
internal sealed class PlainReader : IUtteranceReader
{
    private static readonly IntentPrediction Unsure = new([new ScoredIntent("ship.time", 0.2), new ScoredIntent("return.how", 0.1)], 0.9);

    public Understanding Read(string text) => new(text, Unsure, [], Emotion.Neutral, [], [], []);
}
