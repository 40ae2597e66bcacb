namespace ReplyBot.Intent.Training;

/// <summary>One message labelled with a trait of its writer.</summary>
/// <param name="Label">What it shows; <c>none</c>, or Neutral among emotions, where it shows nothing.</param>
/// <param name="Text">The message as a buyer types it.</param>
/// <param name="Strength">1 mild, 2 plain, 3 strong; 0 where nobody said.</param>
public sealed record TraitLine(string Label, string Text, int Strength);
