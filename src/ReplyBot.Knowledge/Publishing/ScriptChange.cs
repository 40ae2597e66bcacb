using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>A script as it was and as it is.</summary>
public sealed record ScriptChange(Script Before, Script After);
