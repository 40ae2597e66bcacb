namespace ReplyBot.Knowledge.Search;

/// <summary>What taking up an index file came to.</summary>
/// <param name="Index">The index, or null when it must be built anew.</param>
/// <param name="State">Why.</param>
public sealed record ScriptIndexLoading(IScriptIndex? Index, ScriptIndexState State);
