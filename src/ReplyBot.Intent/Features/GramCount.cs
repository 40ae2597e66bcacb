namespace ReplyBot.Intent.Features;

/// <summary>What the vocabulary knows of an utterance.</summary>
/// <param name="Known">Different known grams.</param>
/// <param name="Unknown">Pairs of characters that the vocabulary does not have.</param>
internal readonly record struct GramCount(int Known, int Unknown);
