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
/// What was read of a conversation is kept, so that a keystroke reads only what is new.
/// </summary>
internal sealed class OtherBuyers(IServingBase serving, IConversationStore store)
{
    /// <summary>The most buyers of an agent that are looked at.</summary>
    private const int MostBuyers = 50;

    /// <summary>How far back a buyer's messages are read.</summary>
    private const int MessagesRead = 100;

    /// <summary>More conversations than all agents together have in hand; then what is kept is forgotten.</summary>
    private const int MostKept = 5000;

    private readonly ConcurrentDictionary<string, Read> _read = new(StringComparer.Ordinal);

    /// <summary>Everything personal of the other buyers of the agent who has this one; nothing where no agent has.</summary>
    public async Task<IReadOnlyList<PersonalWords>> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.Handoff?.AgentId is not { } agent)
            return [];
        List<PersonalWords>? found = null;
        foreach (var other in await store.ListAsync(ConversationScope.Mine, agent, MostBuyers, cancellation))
        {
            // The same person may write twice; names of two letters and more can be told from other words.
            if (other.Id == conversation.Id || other.BuyerId == conversation.BuyerId)
                continue;
            if (other.BuyerName is { Length: >= PersonalWords.ShortestName } name)
                (found ??= []).Add(PersonalWords.Nickname(name));
            if (await ReadAsync(other, cancellation) is { Length: > 0 } given)
                (found ??= []).AddRange(given);
        }
        return found ?? [];
    }

    private async Task<ImmutableArray<PersonalWords>> ReadAsync(Conversation other, CancellationToken cancellation)
    {
        var before = _read.GetValueOrDefault(other.Id, new Read(Math.Max(0, other.LastSeq - MessagesRead), []));
        if (before.Seq >= other.LastSeq)
            return before.Words;
        var reader = serving.Current.Reader;
        var given = (await store.MessagesAsync(other.Id, before.Seq, MessagesRead, cancellation))
            .Where(message => message.From == MessageAuthor.Buyer && message.Text.Length > 0)
            .SelectMany(message => reader.Read(message.Text).Slots.Select(slot => PersonalWords.Of(slot, message.Text)).OfType<PersonalWords>());
        var words = before.Words.AddRange(given).Distinct().ToImmutableArray();
        if (_read.Count >= MostKept)
            _read.Clear();
        _read[other.Id] = new Read(other.LastSeq, words);
        return words;
    }

    /// <param name="Seq">Up to which message a conversation was read.</param>
    /// <param name="Words">What was found in it.</param>
    private sealed record Read(long Seq, ImmutableArray<PersonalWords> Words);
}
