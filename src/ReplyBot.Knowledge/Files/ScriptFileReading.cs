using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Files;

/// <summary>What reading a script file came to.</summary>
/// <param name="Scripts">The scripts without errors, in the order of the file.</param>
/// <param name="Findings">What is wrong in the file.</param>
public sealed record ScriptFileReading(IReadOnlyList<Script> Scripts, IReadOnlyList<Finding> Findings);
