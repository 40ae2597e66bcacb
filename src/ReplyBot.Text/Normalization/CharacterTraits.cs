namespace ReplyBot.Text.Normalization;

/// <summary>What may have to be done about a character.</summary>
[Flags]
internal enum CharacterTraits : byte
{
    /// <summary>Nothing, it stays.</summary>
    None = 0,

    /// <summary>It is folded to something else, or is part of a surrogate pair, which has to be looked at as a whole.</summary>
    Folds = 1,

    /// <summary>The text has to be put into composed form.</summary>
    Composes = 2,

    /// <summary>The text has to be converted to Simplified.</summary>
    Traditional = 4,

    /// <summary>A space, of which there may be too many.</summary>
    Space = 8,
}
