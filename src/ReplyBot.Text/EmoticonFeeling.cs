namespace ReplyBot.Text;

/// <summary>What an emoji, kaomoji or sticker shows.</summary>
public enum EmoticonFeeling
{
    /// <summary>None that is known: a thing (📦) or a face of an unknown look.</summary>
    None,

    /// <summary>Joy, laughter, approval.</summary>
    Happy,

    /// <summary>Affection, thanks, pleading hands.</summary>
    Loving,

    /// <summary>Tears, worry, disappointment.</summary>
    Sad,

    /// <summary>Anger, contempt, disgust.</summary>
    Angry,

    /// <summary>Speechlessness, doubt, surprise.</summary>
    Helpless,
}
