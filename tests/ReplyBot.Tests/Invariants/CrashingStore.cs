using ReplyBot.Conversations.Storage;

namespace ReplyBot.Tests.Invariants;

/// <summary>The program died here.</summary>
public sealed class CrashException : Exception;

/// <summary>A store at whose next write of a turn or an agent something happens: the program dies before it or after it, or somebody else comes in between.</summary>
public sealed class CrashingStore(IConversationStore inner) : StoreDecorator(inner)
{
    /// <summary>Done once before the next write.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>Done once after the next write.</summary>
    public Func<Task>? AfterCommit { get; set; }

    public override async Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation)
    {
        await BeforeAsync();
        var committed = await Inner.CommitAsync(change, cancellation);
        await AfterAsync();
        return committed;
    }

    public override async Task PostponeTurnAsync(string conversationId, DateTimeOffset until, CancellationToken cancellation)
    {
        await BeforeAsync();
        await Inner.PostponeTurnAsync(conversationId, until, cancellation);
        await AfterAsync();
    }

    private async Task BeforeAsync()
    {
        if (BeforeCommit is not { } before)
            return;
        BeforeCommit = null;
        await before();
    }

    private async Task AfterAsync()
    {
        if (AfterCommit is not { } after)
            return;
        AfterCommit = null;
        await after();
    }
}
