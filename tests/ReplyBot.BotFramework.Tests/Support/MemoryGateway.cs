namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>Conversations and files in memory, for as long as a test runs.</summary>
internal sealed class MemoryGateway : IConversationGateway, IAttachmentStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, BuyerConversation> _conversations = [];
    private readonly Dictionary<string, List<TranscriptMessage>> _transcripts = [];
    private readonly Dictionary<(string Conversation, string ClientId), string> _seen = [];
    private readonly Dictionary<(string Conversation, string File), (string Name, string Type, byte[] Content)> _files = [];
    private readonly List<(string Conversation, Action<TranscriptSignal> Signal)> _watchers = [];

    public List<InboundMessage> Inbound { get; } = [];

    /// <summary>What the bot says to a message; null for nothing.</summary>
    public Func<InboundMessage, string?> Bot { get; set; } = _ => null;

    /// <summary>Called after a message was stored, outside the lock.</summary>
    public Action<InboundMessage, TranscriptMessage?> Posted { get; set; } = (_, _) => { };

    /// <summary>How long the next posts are put off; null when they are taken.</summary>
    public TimeSpan? BusyFor { get; set; }

    public int WatcherCount
    {
        get
        {
            lock (_lock)
                return _watchers.Count;
        }
    }

    public Task<ConversationStart> StartAsync(BuyerConversation conversation, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_conversations.TryAdd(conversation.Id, conversation))
                return Task.FromResult(ConversationStart.Resumed);

            _transcripts[conversation.Id] = [];
            return Task.FromResult(ConversationStart.Created);
        }
    }

    public Task<BuyerConversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_conversations.GetValueOrDefault(conversationId));
    }

    public Task<PostReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (BusyFor is { } wait)
            return Task.FromResult(PostReceipt.Busy(wait));

        string id;
        TranscriptMessage? reply = null;
        lock (_lock)
        {
            if (message.ReplyReference is not null)
                _transcripts.TryAdd(message.ConversationId, []);
            if (!_transcripts.TryGetValue(message.ConversationId, out var transcript))
                return Task.FromResult(PostReceipt.UnknownConversation);

            if (message.ClientActivityId is { } clientId && _seen.TryGetValue((message.ConversationId, clientId), out var before))
                return Task.FromResult(PostReceipt.Duplicate(before));

            Inbound.Add(message);
            id = $"{message.ConversationId}|{transcript.Count + 1:D7}";
            if (message.ClientActivityId is { } newId)
                _seen[(message.ConversationId, newId)] = id;
            if (message.Kind == InboundKind.Message)
            {
                Add(message.ConversationId, new(ParticipantRole.Buyer, message.FromId, message.FromName), message.Text, message);
                if (Bot(message) is { } answer)
                    reply = Add(message.ConversationId, new(ParticipantRole.Bot, "replybot", "小助手"), answer);
            }
        }

        Notify(message.ConversationId, new());
        Posted(message, reply);
        return Task.FromResult(PostReceipt.Stored(id));
    }

    /// <summary>Something said from the shop's side, unasked.</summary>
    public TranscriptMessage Say(string conversationId, string text, Participant? from = null, Func<TranscriptMessage, TranscriptMessage>? shape = null)
    {
        TranscriptMessage said;
        lock (_lock)
            said = Add(conversationId, from ?? new(ParticipantRole.Agent, "agent-1", "小林"), text, shape: shape);
        Notify(conversationId, new());
        return said;
    }

    public void Type(string conversationId) => Notify(conversationId, new(new(ParticipantRole.Agent, "agent-1", "小林")));

    /// <summary>Says that there is something new, whether or not there is.</summary>
    public void Touch(string conversationId) => Notify(conversationId, new());

    public void Forget(string conversationId)
    {
        lock (_lock)
        {
            _conversations.Remove(conversationId);
            _transcripts.Remove(conversationId);
        }
    }

    public Task<TranscriptPage?> ReadAsync(string conversationId, long after, int take, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_transcripts.TryGetValue(conversationId, out var transcript)
                ? new TranscriptPage([.. transcript.Where(message => message.Seq > after).Take(take)], transcript.Count)
                : null);
        }
    }

    public IDisposable Watch(string conversationId, Action<TranscriptSignal> signal)
    {
        var watcher = (conversationId, signal);
        lock (_lock)
            _watchers.Add(watcher);
        return new Unwatch(() =>
        {
            lock (_lock)
                _watchers.Remove(watcher);
        });
    }

    public async Task<string> SaveAsync(AttachmentUpload upload, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await upload.Content.CopyToAsync(bytes, cancellationToken);
        var id = Guid.NewGuid().ToString("N");
        lock (_lock)
            _files[(upload.ConversationId, id)] = (upload.Name, upload.ContentType, bytes.ToArray());
        return id;
    }

    public Task<AttachmentContent?> OpenAsync(string conversationId, string fileId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_files.TryGetValue((conversationId, fileId), out var file)
                ? new AttachmentContent(file.Name, file.Type, new MemoryStream(file.Content))
                : null);
        }
    }

    private TranscriptMessage Add(
        string conversationId, Participant from, string? text, InboundMessage? echo = null, Func<TranscriptMessage, TranscriptMessage>? shape = null)
    {
        var transcript = _transcripts[conversationId];
        var message = new TranscriptMessage
        {
            Seq = transcript.Count + 1,
            Id = $"{conversationId}|{transcript.Count + 1:D7}",
            From = from,
            Timestamp = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddSeconds(transcript.Count),
            Text = text,
            ClientActivityId = echo?.ClientActivityId,
            ChannelData = echo?.ChannelData,
            Attachments = echo?.Attachments ?? [],
        };
        message = shape is null ? message : shape(message);
        transcript.Add(message);
        return message;
    }

    private void Notify(string conversationId, TranscriptSignal signal)
    {
        List<Action<TranscriptSignal>> told;
        lock (_lock)
            told = [.. _watchers.Where(watcher => watcher.Conversation == conversationId).Select(watcher => watcher.Signal)];
        foreach (var tell in told)
            tell(signal);
    }

    private sealed class Unwatch(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
