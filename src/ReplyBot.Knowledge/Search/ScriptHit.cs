using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>A script that was found.</summary>
/// <param name="Script">The script.</param>
/// <param name="Score">How probable it is that the script answers, 0 to 1.</param>
/// <param name="MatchedText">The question or variant (or wording) that matched best.</param>
/// <param name="Features">What the score was made of.</param>
public sealed record ScriptHit(Script Script, double Score, string MatchedText, IReadOnlyList<ScoreFeature> Features);
