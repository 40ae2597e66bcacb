namespace ConductModels;

/// <summary>A sentence to learn from.</summary>
/// <param name="Text">The sentence, normalised.</param>
/// <param name="Unfit">Whether a shop should not say it.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Held">Whether it stands for what is checked, and so takes part in the held-out figures.</param>
internal sealed record LabelledLine(string Text, bool Unfit, double Weight, bool Held);
