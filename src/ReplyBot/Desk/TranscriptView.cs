using System.Collections.Concurrent;
using System.Security.Claims;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Desk;

/// <summary>
/// Shows a transcript to somebody: in full to the agent who holds the conversation, which is noted in the audit log once for each time
/// that it is held; to everybody else without phone, card and id numbers, addresses and names.
/// </summary>
internal sealed class TranscriptView(IServingBase serving, AuditLog audit)
{
    /// <summary>Holdings remembered as noted; where they are forgotten, one is noted again.</summary>
    private const int MostNoted = 10_000;

    private readonly ConcurrentDictionary<(string Conversation, long Epoch), bool> _noted = [];

    /// <summary>The lines of a transcript; signals are for programs.</summary>
    public async Task<IReadOnlyList<MessageItem>> ShowAsync(ClaimsPrincipal user, Conversation conversation, IReadOnlyList<Message> messages, CancellationToken cancellation)
    {
        var shown = messages.Where(message => message.Kind != MessageKind.Signal).ToList();
        if (conversation.Handoff?.AgentId is not { } holder || holder != user.AccountId())
            return [.. shown.Select(message => MessageItem.Of(message with { Text = Masked(message) }, conversation))];
        if (!_noted.ContainsKey((conversation.Id, conversation.Epoch)) && shown.Any(message => Masked(message) != message.Text))
            await NoteAsync(holder, conversation, cancellation);
        return [.. shown.Select(message => MessageItem.Of(message, conversation))];
    }

    private string Masked(Message message) =>
        message.From == MessageAuthor.Buyer && message.Text.Length > 0 ? PersonalDataMask.Of(serving.Current.Reader.Read(message.Text)) : PersonalDataMask.Of(message.Text);

    private async Task NoteAsync(string holder, Conversation conversation, CancellationToken cancellation)
    {
        // Written first: what cannot be noted is not shown.
        await audit.WriteAsync(holder, AuditActions.Unmasked, conversation.Id, "transcript", cancellation);
        if (_noted.Count >= MostNoted)
            _noted.Clear();
        _noted[(conversation.Id, conversation.Epoch)] = true;
    }
}
