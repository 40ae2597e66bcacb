using ReplyBot.Conversations.Storage;

namespace ReplyBot.Tests.Invariants;

/// <summary>The program died here.</summary>
public sealed class CrashException : Exception;

/// <summary>A store at whose next commit something happens: the program dies before it or after it, or somebody else comes in between.</summary>
public sealed class CrashingStore(IConversationStore inner) : StoreDecorator(inner)
{
    /// <summary>Done once before the next commit.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>Done once after the next commit.</summary>
    public Func<Task>? AfterCommit { get; set; }

    public override async Task<bool> CommitAsync(ConversationChange change, CancellationToken cancellation)
    {
        if (BeforeCommit is { } before)
        {
            BeforeCommit = null;
            await before();
        }
        var committed = await Inner.CommitAsync(change, cancellation);
        if (AfterCommit is { } after)
        {
            AfterCommit = null;
            await after();
        }
        return committed;
    }
}
