namespace ReplyBot.Knowledge.Search;

/// <summary>The state of an index file.</summary>
public enum ScriptIndexState
{
    /// <summary>It was loaded.</summary>
    Loaded,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>Its checksum is wrong or it cannot be read.</summary>
    Damaged,

    /// <summary>It belongs to another bundle.</summary>
    OfAnotherBundle,
}
