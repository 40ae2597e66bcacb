namespace ReplyBot.Intent.Emotions;

/// <summary>What a buyer feels, as far as the words show it.</summary>
public enum EmotionLabel
{
    Neutral,
    Happy,
    Anxious,
    Dissatisfied,
    Angry,
}

/// <summary>An emotion with its strength.</summary>
/// <param name="Label">The strongest emotion shown.</param>
/// <param name="Strength">About 0.33 mild, 0.67 plain, 1 strong; 0 when neutral.</param>
public readonly record struct Emotion(EmotionLabel Label, double Strength)
{
    /// <summary>No emotion shown.</summary>
    public static readonly Emotion Neutral = new(EmotionLabel.Neutral, 0);
}
