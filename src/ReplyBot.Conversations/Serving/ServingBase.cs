using ReplyBot.Intent;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Serving;

/// <summary>
/// What is served at one moment: a published base with its index and guard, and the model that reads buyers. Immutable, so that one
/// turn sees one base from its beginning to its end; a new one is swapped in whole.
/// </summary>
/// <param name="Bundle">The published base.</param>
/// <param name="Index">The search index over it.</param>
/// <param name="Guard">What must not go out under it.</param>
/// <param name="Reader">Reads buyers' messages.</param>
public sealed record ServingBase(ScriptBundle Bundle, IScriptIndex Index, OutboundGuard Guard, IUtteranceReader Reader)
{
    /// <summary>How readily agents took each script that was suggested to them, 0 to 1 by script, as it was known when this was made.</summary>
    public IReadOnlyDictionary<string, double> Adoption { get; init; } = new Dictionary<string, double>();
}
