using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Journeys;
using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Threats;

namespace ReplyBot.Intent;

/// <summary>Everything that was read out of one buyer message.</summary>
/// <param name="Text">The message as it came.</param>
/// <param name="Intent">What the whole message asks for.</param>
/// <param name="Requests">The single requests in it in order of appearance; one that covers the whole message where it asks one thing.</param>
/// <param name="Emotion">What the buyer feels.</param>
/// <param name="Slots">The facts it carries, in order of appearance.</param>
/// <param name="BuyerTypes">What kind of buyer writes so, with the words that show it.</param>
/// <param name="Threats">Extortion and legal threats.</param>
public sealed record Understanding(
    string Text,
    IntentPrediction Intent,
    IReadOnlyList<Request> Requests,
    Emotion Emotion,
    IReadOnlyList<Slot> Slots,
    IReadOnlyList<BuyerTypeEvidence> BuyerTypes,
    IReadOnlyList<Threat> Threats)
{
    /// <summary>Where the buyer stands between looking and reviewing; null where nothing in the message shows it.</summary>
    public JourneyStage? Stage { get; init; }

    /// <summary>
    /// The questions of a message that asks several things, in order of appearance: those <see cref="Requests"/> that are asked, not only
    /// told, and what is a question by its form but of an intent that is not sure. Empty where the message asks one thing.
    /// </summary>
    public IReadOnlyList<Request> Questions { get; init; } = [];

    /// <summary>The first value of a kind of slot, or null.</summary>
    public string? SlotValue(SlotKind kind)
    {
        foreach (var slot in Slots)
            if (slot.Kind == kind)
                return slot.Value;
        return null;
    }
}

/// <summary>One request inside a message.</summary>
/// <param name="Start">Where it begins in the original text, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Intent">What it asks for.</param>
public sealed record Request(int Start, int Length, IntentPrediction Intent);
