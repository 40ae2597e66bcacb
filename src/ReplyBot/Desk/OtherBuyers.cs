using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Desk;

/// <summary>
/// Knows what the other buyers whom an agent has in hand gave of themselves: who writes to many at once writes into the wrong window.
/// What was read is kept as long as the agent has the buyer, so that a keystroke reads only what is new.
/// </summary>
internal sealed class OtherBuyers(IServingBase serving, IConversationStore store)
{
    /// <summary>The most buyers of an agent that are looked at.</summary>
    private const int MostBuyers = 50;

    /// <summary>How far back a buyer's messages are read.</summary>
    private const int MessagesRead = 100;

    /// <summary>What was read, by agent and conversation.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, Read>> _read = new(StringComparer.Ordinal);

    /// <summary>Everything personal of the other buyers of the agent who has this one; nothing where no agent has.</summary>
    public async Task<IReadOnlyList<PersonalWords>> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.Handoff?.AgentId is not { } agent)
            return [];
        var before = _read.GetValueOrDefault(agent);
        var read = new Dictionary<string, Read>(StringComparer.Ordinal);
        var found = new List<PersonalWords>();
        foreach (var held in await store.ListAsync(ConversationScope.Mine, agent, MostBuyers, cancellation))
        {
            var given = read[held.Id] = await ReadAsync(held, before?.GetValueOrDefault(held.Id), cancellation);
            // The same person may write twice.
            if (held.Id == conversation.Id || held.BuyerId == conversation.BuyerId)
                continue;
            if (held.BuyerName is { Length: >= PersonalWords.ShortestName } name)
                found.Add(PersonalWords.Nickname(name));
            found.AddRange(given.Words);
        }
        _read[agent] = read;
        return found;
    }

    private async Task<Read> ReadAsync(Conversation held, Read? before, CancellationToken cancellation)
    {
        before ??= new Read(Math.Max(0, held.LastSeq - MessagesRead), []);
        if (before.Seq >= held.LastSeq)
            return before;
        var reader = serving.Current.Reader;
        var given = (await store.MessagesAsync(held.Id, before.Seq, MessagesRead, cancellation))
            .Where(message => message.From == MessageAuthor.Buyer && message.Text.Length > 0)
            .SelectMany(message => reader.Read(message.Text).Slots.Select(slot => PersonalWords.Of(slot, message.Text)).OfType<PersonalWords>());
        return new Read(held.LastSeq, [.. before.Words.Concat(given).Distinct()]);
    }

    /// <param name="Seq">Up to which message a conversation was read.</param>
    /// <param name="Words">What was found in it.</param>
    private sealed record Read(long Seq, ImmutableArray<PersonalWords> Words);
}
