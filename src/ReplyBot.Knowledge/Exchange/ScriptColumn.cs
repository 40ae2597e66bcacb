namespace ReplyBot.Knowledge.Exchange;

/// <summary>What a column of an exchanged table holds.</summary>
internal enum ScriptColumn
{
    Id,
    Intent,
    Question,
    Variants,
    Wordings,
    Stage,
    Channels,
    Products,
    Categories,
    Buyers,
    Emotions,
    Hours,
    From,
    Until,
    Send,
    FollowUpAfter,
    FollowUpScript,
    Tags,
    Note,
    Phrase,
    Group,
    Shortcut,
}
