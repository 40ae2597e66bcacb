using System.Collections.Immutable;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Conversations.Replies;

/// <summary>A wording of a script, filled in.</summary>
/// <param name="ScriptId">The script.</param>
/// <param name="Wording">The wording's place in the script.</param>
/// <param name="Text">What is said.</param>
public sealed record ChosenWording(string ScriptId, int Wording, string Text);

/// <summary>
/// Chooses which wording of a script is said: the first whose facts are all known and that was not said in this conversation;
/// from the third ask on a simpler one goes first. Nothing is said twice word for word.
/// </summary>
public static class WordingChoice
{
    private const int AsksBeforeSimpler = 2;

    /// <summary>The wording to say, or null when every wording that could be said was said.</summary>
    public static ChosenWording? Next(Script script, ImmutableArray<int> said, SlotFacts facts)
    {
        var places = Enumerable.Range(0, script.Wordings.Count).Where(place => !said.Contains(place));
        if (said.Length >= AsksBeforeSimpler)
            places = places.OrderByDescending(place => script.Wordings[place].Simpler);
        else
            places = places.OrderBy(place => script.Wordings[place].Simpler);
        foreach (var place in places)
        {
            var rendered = SlotTemplate.Of(script.Wordings[place]).Render(facts.Lookup);
            if (rendered.IsComplete)
                return new ChosenWording(script.Id, place, rendered.Text);
        }
        return null;
    }

    /// <summary>The wording for a notice or a courtesy: as <see cref="Next"/>, and round again when all were said.</summary>
    public static ChosenWording? NextRound(Script script, ImmutableArray<int> said, SlotFacts facts) =>
        Next(script, said, facts) ?? Next(script, [.. said.Skip(said.Length / script.Wordings.Count * script.Wordings.Count)], facts) ?? Next(script, [], facts);

    /// <summary>The first wording as an agent sees it, with the unknown facts still open.</summary>
    public static (Rendered Rendered, int Wording) ForAgent(Script script, ImmutableArray<int> said, SlotFacts facts)
    {
        if (Next(script, said, facts) is { } complete)
            return (new Rendered(complete.Text, []), complete.Wording);
        return (SlotTemplate.Of(script.Wordings[0]).Render(facts.Lookup), 0);
    }
}
