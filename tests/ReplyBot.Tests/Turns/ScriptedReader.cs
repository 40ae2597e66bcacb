using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Tests.Turns;

/// <summary>Reads what the test told it to read, so that a turn's behaviour does not depend on a model.</summary>
public sealed class ScriptedReader : IUtteranceReader
{
    private readonly Dictionary<string, Func<Understanding, Understanding>> _readings = [];

    /// <summary>Reads a text as an intent with a confidence.</summary>
    public ScriptedReader On(string text, string intent, double confidence = 0.97, Func<Understanding, Understanding>? also = null)
    {
        _readings[text] = read => (also ?? (same => same))(read with { Intent = Predict(intent, confidence) });
        return this;
    }

    /// <summary>Reads a text as several questions in a row, each as it is read alone.</summary>
    public ScriptedReader Several(string text, params string[] questions) => Several(text, 0.9, questions);

    /// <summary>The same, with the confidence that the text as a whole is the first of them.</summary>
    public ScriptedReader Several(string text, double confidence, params string[] questions) => On(text, Read(questions[0]).Intent.Top.Id, confidence, read => read with
    {
        Questions = [.. questions.Select(question => new Request(text.IndexOf(question, StringComparison.Ordinal), question.Length, Read(question).Intent))],
    });

    public static Understanding Feels(Understanding read, EmotionLabel label, double strength) => read with { Emotion = new Emotion(label, strength) };

    public static Understanding Names(Understanding read, SlotKind kind, string value) => read with { Slots = [.. read.Slots, new Slot(kind, 0, 1, value)] };

    public Understanding Read(string text)
    {
        var unknown = Predict("contact.store", 0.05);
        var read = new Understanding(text, unknown, [new Request(0, text.Length, unknown)], Emotion.Neutral, [], [], []);
        return _readings.TryGetValue(text, out var reading) ? reading(read) : read;
    }

    private static IntentPrediction Predict(string intent, double confidence) =>
        new([new ScoredIntent(intent, confidence), new ScoredIntent("chat.bye", 0.01), new ScoredIntent("chat.abuse", 0.005)], intent == IntentPrediction.OutOfScope ? 0.05 : 0.99);
}
