using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>A script that an agent may mean.</summary>
/// <param name="Script">The script.</param>
/// <param name="Score">How well it matches; only comparable within one search.</param>
/// <param name="Highlights">The parts of the script's question that match.</param>
public sealed record LookupHit(Script Script, double Score, IReadOnlyList<Highlight> Highlights);
