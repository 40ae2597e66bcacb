namespace ReplyBot.Knowledge.Search;

/// <summary>A field of a script that is searched.</summary>
internal enum ScriptField
{
    /// <summary>The standard question.</summary>
    Question,

    /// <summary>A variant.</summary>
    Variant,

    /// <summary>An answer.</summary>
    Wording,
}
