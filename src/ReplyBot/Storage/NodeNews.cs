using System.Globalization;
using System.Threading.Channels;
using Dapper;
using Npgsql;
using ReplyBot.Accounts;
using ReplyBot.Conversations.Feed;

namespace ReplyBot.Storage;

/// <summary>
/// Carries a node's news to the other nodes and theirs to its feed, through the database's LISTEN and NOTIFY: ids only, told after the
/// commit, so that lost news costs a delay and never a message. After an interruption everything that changed meanwhile is news.
/// </summary>
public sealed class NodeNews(NpgsqlDatabase database, ConversationFeed feed, SessionEndings endings, TimeProvider clock, Action<Exception> interrupted)
{
    private const string Channel = "replybot_news";

    /// <summary>Stands in the place of a conversation's flags where a session was ended.</summary>
    private const string SessionEnded = "s";
    private const int LargestBatch = 200;
    private const int LongestPayload = 7900;
    private const int MostMissed = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Covers clocks that differ a little and news that were on their way.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Channel<string> _outgoing = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the node hears the others.</summary>
    public Task Listening => _listening.Task;

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var hearing = feed.Listen(news =>
        {
            if (!news.Elsewhere)
                _outgoing.Writer.TryWrite(Write(news));
        });
        endings.Ended += TellEnded;
        try
        {
            await Task.WhenAll(KeepOnAsync(TellAsync, cancellation), ListenAsync(cancellation));
        }
        finally
        {
            endings.Ended -= TellEnded;
        }
    }

    private void TellEnded(string sessionId, bool elsewhere)
    {
        if (!elsewhere)
            _outgoing.Writer.TryWrite($"{_node} {SessionEnded} {sessionId}");
    }

    private async Task TellAsync(CancellationToken cancellation)
    {
        var batch = new HashSet<string>(LargestBatch);
        while (await _outgoing.Reader.WaitToReadAsync(cancellation))
        {
            while (batch.Count < LargestBatch && _outgoing.Reader.TryRead(out var payload))
                if (payload.Length <= LongestPayload)
                    batch.Add(payload);
            await database.ReadAsync(connection => connection.ExecuteAsync(
                "SELECT pg_notify(@Channel, payload) FROM unnest(@payloads) AS payload", new { Channel, payloads = batch.ToArray() }), cancellation);
            batch.Clear();
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        DateTimeOffset? heard = null;
        await KeepOnAsync(async cancelled =>
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancelled);
            connection.Notification += (_, told) => Hear(told.Payload);
            await connection.ExecuteAsync("LISTEN " + Channel);
            if (heard is { } last)
                await CatchUpAsync(connection, last - Overlap);
            _listening.TrySetResult();
            while (true)
            {
                heard = clock.GetUtcNow();
                await connection.WaitAsync(cancelled);
            }
        }, cancellation);
    }

    private async Task CatchUpAsync(NpgsqlConnection connection, DateTimeOffset since)
    {
        var changed = await connection.QueryAsync<string>(
            "SELECT id FROM conversations WHERE last_at >= @since ORDER BY last_at DESC LIMIT @MostMissed", new { since = StoredTime.Write(since), MostMissed });
        foreach (var conversationId in changed)
            feed.Announce(new ConversationNews(conversationId, Suggested: true, Elsewhere: true));
    }

    private async Task KeepOnAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await work(cancellation);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                interrupted(failure);
                await Task.Delay(Pause, clock, cancellation);
            }
        }
    }

    private string Write(ConversationNews news) => string.Create(CultureInfo.InvariantCulture,
        $"{_node} {(news.BuyerSpoke ? 1 : 0) + (news.Suggested ? 2 : 0) + (news.Delivers ? 4 : 0)} {news.ConversationId}");

    private void Hear(string payload)
    {
        if (payload.Split(' ', 3) is not [var node, var flags, var id] || node == _node)
            return;
        if (flags == SessionEnded)
            endings.Announce(id, elsewhere: true);
        else if (int.TryParse(flags, CultureInfo.InvariantCulture, out var bits))
            feed.Announce(new ConversationNews(id, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, Elsewhere: true));
    }
}
