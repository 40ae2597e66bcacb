using System.Collections.Immutable;

namespace ReplyBot.Conversations;

/// <summary>What the bot remembers between the turns of a conversation; stored as JSON with the conversation.</summary>
public sealed record ConversationMemory
{
    private const int RememberedAsks = 3;

    /// <summary>Nothing yet.</summary>
    public static readonly ConversationMemory Empty = new();

    /// <summary>The wordings of each script said so far, by their place in the script, so that none is said twice.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> Said { get; init; } = ImmutableDictionary<string, ImmutableArray<int>>.Empty;

    /// <summary>Turns in a row that ended without an answer.</summary>
    public int Misses { get; init; }

    /// <summary>The order the buyer was shown to own, by number.</summary>
    public string? VerifiedOrder { get; init; }

    /// <summary>An order number given without its proof so far.</summary>
    public string? ClaimedOrder { get; init; }

    /// <summary>Failed proofs of owning an order.</summary>
    public int FailedProofs { get; init; }

    /// <summary>The request that waits for the order to be known, as the buyer put it.</summary>
    public string? AwaitingOrder { get; init; }

    /// <summary>The product last spoken of, by id.</summary>
    public string? Product { get; init; }

    /// <summary>The buyer's height in centimetres, when told.</summary>
    public double? Height { get; init; }

    /// <summary>The buyer's weight in kilograms, when told.</summary>
    public double? Weight { get; init; }

    /// <summary>The strongest recent emotion's label, for the agent's list.</summary>
    public string? Emotion { get; init; }

    /// <summary>What the buyer said lately, oldest first, for the agent who takes over.</summary>
    public ImmutableArray<string> Lately { get; init; } = [];

    /// <summary>The intent last recognised.</summary>
    public string? Intent { get; init; }

    /// <summary>The journey stage last seen.</summary>
    public string? Stage { get; init; }

    /// <summary>Whether the bot promised to come back by itself, and nothing made it needless yet.</summary>
    public bool ContactPlanned { get; init; }

    /// <summary>The lane of the newest message: how much of a human it needs.</summary>
    public string? Lane { get; init; }

    /// <summary>Remembers what the buyer said, and forgets what was said long before.</summary>
    public ConversationMemory Hearing(string text) =>
        text.Length == 0 ? this : this with { Lately = [.. Lately.TakeLast(RememberedAsks - 1), text] };

    /// <summary>The wordings of a script said so far, oldest first.</summary>
    public ImmutableArray<int> WordingsSaid(string scriptId) => Said.TryGetValue(scriptId, out var said) ? said : [];

    /// <summary>Notes that a wording of a script was said.</summary>
    public ConversationMemory Saying(string scriptId, int wording) =>
        this with { Said = Said.SetItem(scriptId, WordingsSaid(scriptId).Add(wording)) };
}
