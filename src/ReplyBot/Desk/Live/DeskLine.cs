using System.Threading.Channels;

namespace ReplyBot.Desk.Live;

/// <summary>One message of the hub on its way to a page.</summary>
/// <param name="Name">The message's name, as pages listen for it.</param>
/// <param name="Body">Its only argument.</param>
public sealed record DeskNews(string Name, object Body);

/// <summary>
/// The line to one open console, with a queue of its own, so that a slow page never slows another. A page that falls behind the queue
/// is cut off: it comes back by itself and reads everything anew from the store, which is what it would have to do anyway.
/// </summary>
public sealed class DeskLine
{
    private const int Longest = 256;

    private readonly Channel<DeskNews> _queue = Channel.CreateBounded<DeskNews>(new BoundedChannelOptions(Longest) { SingleReader = true });
    private readonly Action _cut;

    /// <summary>Opens the line.</summary>
    /// <param name="agentId">Whose console it is.</param>
    /// <param name="sessionId">The session that it was opened in.</param>
    /// <param name="cut">Cuts the connection.</param>
    public DeskLine(string agentId, string sessionId, Action cut)
    {
        AgentId = agentId;
        SessionId = sessionId;
        _cut = cut;
    }

    /// <summary>Whose console it is.</summary>
    public string AgentId { get; }

    /// <summary>The session that it was opened in.</summary>
    public string SessionId { get; }

    /// <summary>Queues a message; cuts the line when the page is too far behind.</summary>
    public void Post(DeskNews news)
    {
        if (!_queue.Writer.TryWrite(news))
            Cut();
    }

    /// <summary>Cuts the connection.</summary>
    public void Cut()
    {
        _queue.Writer.TryComplete();
        _cut();
    }

    /// <summary>Sends what is queued, in order, until cancelled or cut.</summary>
    public async Task PumpAsync(Func<DeskNews, CancellationToken, Task> send, CancellationToken cancellation)
    {
        try
        {
            await foreach (var news in _queue.Reader.ReadAllAsync(cancellation))
                await send(news, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
