using System.Globalization;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Shop;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Suggestions;

/// <summary>Turns ranked scripts into replies that an agent can take.</summary>
public static class SuggestionComposer
{
    private const int Most = 3;

    /// <summary>At most three suggestions for a buyer message.</summary>
    public static SuggestionSet Compose(Conversation conversation, long messageSeq, IReadOnlyList<ScriptHit> hits, SlotFacts facts)
    {
        var items = new List<Suggestion>(Most);
        foreach (var hit in hits.Take(Most))
        {
            var rank = items.Count + 1;
            var (rendered, _) = WordingChoice.ForAgent(hit.Script, conversation.Memory.WordingsSaid(hit.Script.Id), facts);
            var id = string.Create(CultureInfo.InvariantCulture, $"{conversation.MessageId(messageSeq)}|{conversation.Version}|{rank}");
            items.Add(new Suggestion(id, rank, hit.Script.Id, hit.Script.Question, hit.Script.Intent, rendered.Text, Math.Round(hit.Score, 4), hit.MatchedText, rendered.Unfilled));
        }
        return new SuggestionSet(messageSeq, items);
    }
}
