using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>What to look for. What is null is not known and neither filters nor favours.</summary>
/// <param name="Text">The buyer's words, as received.</param>
/// <param name="At">When it is asked; decides which scripts are valid.</param>
public sealed record ScriptQuery(string Text, DateTimeOffset At)
{
    /// <summary>The channel on which the answer would be given; scripts of other channels are left out.</summary>
    public string? Channel { get; init; }

    /// <summary>The stage of the buyer's journey; scripts of other stages count less.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The product meant; scripts about other products are left out.</summary>
    public string? ProductId { get; init; }

    /// <summary>The category of the product meant; scripts about other categories are left out.</summary>
    public string? Category { get; init; }

    /// <summary>Whether agents are at work; scripts for other hours are left out.</summary>
    public ServiceHours? Hours { get; init; }

    /// <summary>The buyer's types; scripts for other buyers count less.</summary>
    public IReadOnlyList<string> Buyers { get; init; } = [];

    /// <summary>The buyer's emotion; scripts for other emotions count less.</summary>
    public string? Emotion { get; init; }

    /// <summary>How probable each intent is, as the intent model says; null to rank by the words alone.</summary>
    public IReadOnlyDictionary<string, double>? IntentConfidences { get; init; }

    /// <summary>How often a script was adopted of late, 0 to 1 by script id.</summary>
    public IReadOnlyDictionary<string, double>? Adoption { get; init; }

    /// <summary>How many hits are wanted.</summary>
    public int Top { get; init; } = 3;

    /// <summary>Whether scripts that only a human may send are wanted too.</summary>
    public bool IncludeAgentOnly { get; init; }
}
