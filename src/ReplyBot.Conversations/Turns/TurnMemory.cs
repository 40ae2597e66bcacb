using System.Globalization;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Intent;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Conversations.Turns;

/// <summary>What a conversation remembers of a message.</summary>
public static class TurnMemory
{
    /// <summary>The memory after a message was read.</summary>
    public static ConversationMemory After(ConversationMemory before, Understanding read)
    {
        return before.Hearing(PersonalDataMask.Of(read)) with
        {
            Product = read.SlotValue(SlotKind.Product) ?? before.Product,
            Height = Number(read.SlotValue(SlotKind.Height)) ?? before.Height,
            Weight = Number(read.SlotValue(SlotKind.Weight)) ?? before.Weight,
            Intent = read.Intent.Top.Id,
            Stage = read.Stage?.ToString() ?? before.Stage,
            Emotion = read.Emotion.Label == EmotionLabel.Neutral ? null : read.Emotion.Label.ToString(),
        };
    }

    private static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
