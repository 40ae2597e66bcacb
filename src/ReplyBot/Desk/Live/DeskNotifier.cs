using System.Collections.Concurrent;
using System.Threading.Channels;
using ReplyBot.Channels;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;

namespace ReplyBot.Desk.Live;

/// <summary>
/// Tells open consoles what became new. News carry ids only: many about one conversation become one, and what is told is read back
/// from the store at that moment. Nothing here stores anything; a page that missed something reads it back itself.
/// </summary>
public sealed class DeskNotifier(
    ConversationFeed feed, TypingSignals typing, IConversationStore store, ConversationSummaries summaries, DeskLines lines, TimeProvider clock, ILogger<DeskNotifier> log)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>What is new since it was last told, by conversation.</summary>
    private readonly ConcurrentDictionary<string, News> _news = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private IDisposable? _listening;

    [Flags]
    private enum News
    {
        Changed = 1,
        Suggested = 2,
        Typing = 4,
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request can come in, so that nothing is missed.
        _listening = feed.Listen(news => Note(news.ConversationId, news.Suggested ? News.Changed | News.Suggested : News.Changed));
        typing.BuyerTyping += NoteTyping;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        typing.BuyerTyping -= NoteTyping;
        _listening?.Dispose();
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
            foreach (var conversationId in _news.Keys)
                if (_news.TryRemove(conversationId, out var news))
                    await TellAsync(conversationId, news, stoppingToken);
    }

    private void NoteTyping(string conversationId) => Note(conversationId, News.Typing);

    private void Note(string conversationId, News news)
    {
        if (lines.IsEmpty)
            return;
        _news.AddOrUpdate(conversationId, news, (_, before) => before | news);
        _wake.Writer.TryWrite(true);
    }

    private async Task TellAsync(string conversationId, News news, CancellationToken cancellation)
    {
        try
        {
            if (news.HasFlag(News.Typing))
                lines.Post(new DeskNews("buyerTyping", new { conversationId }));
            if (news.HasFlag(News.Changed) && await store.FindAsync(conversationId, cancellation) is { } conversation)
                lines.Post(new DeskNews("conversationChanged", new { conversation = await summaries.OfAsync(conversation, cancellation), lastSeq = conversation.LastSeq }));
            if (news.HasFlag(News.Suggested) && await store.SuggestionsAsync(conversationId, cancellation) is { } suggestions)
                lines.Post(new DeskNews("suggestionsReady", new { conversationId, suggestions }));
        }
#pragma warning disable CA1031 // The news stay noted and are told when the store can be read again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Reading back a conversation for the consoles failed");
            await Task.Delay(PauseAfterFailure, clock, cancellation);
            Note(conversationId, news & ~News.Typing);
        }
    }
}
