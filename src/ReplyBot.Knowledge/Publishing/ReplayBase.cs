using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>A bundle and its index, to ask questions of.</summary>
public sealed record ReplayBase(ScriptBundle Bundle, IScriptIndex Index);
