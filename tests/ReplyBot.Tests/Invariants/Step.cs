namespace ReplyBot.Tests.Invariants;

/// <summary>What can happen to a shop.</summary>
public enum StepKind
{
    /// <summary>A buyer's message.</summary>
    Post,

    /// <summary>A buyer's message that is the beginning of a thought.</summary>
    Fragment,

    /// <summary>A message that was acknowledged before comes again.</summary>
    Duplicate,

    /// <summary>Several messages at once, in any order, one of them twice.</summary>
    Reorder,

    /// <summary>The pending turn.</summary>
    Turn,

    /// <summary>Two workers run the same turn.</summary>
    TurnTwice,

    /// <summary>The buyer speaks between the turn's reading and its commit.</summary>
    TurnOvertaken,

    /// <summary>The program dies before the turn's commit.</summary>
    TurnCrashBefore,

    /// <summary>The program dies after the turn's commit, before it knows of it.</summary>
    TurnCrashAfter,

    /// <summary>The sweep takes up what was left.</summary>
    Sweep,

    Accept,
    AcceptRace,

    /// <summary>An agent replies under the epoch last given to them, which may be over.</summary>
    Reply,

    /// <summary>An agent says 稍等.</summary>
    Hold,

    /// <summary>An agent sends a suggestion.</summary>
    SendSuggestion,

    /// <summary>An agent replies under the first epoch ever given to them.</summary>
    ReplyLate,

    /// <summary>The program dies after an agent's reply was stored, and the console sends it again.</summary>
    ReplyCrashAfter,

    /// <summary>To another agent or to the queue, with a note.</summary>
    Transfer,

    /// <summary>Back to the bot.</summary>
    Release,

    Close,

    /// <summary>An agent's console shows a sign of life.</summary>
    Heartbeat,

    /// <summary>The waiting keeper looks round.</summary>
    Tick,

    /// <summary>Time passes; agents who give no sign of life are gone.</summary>
    Advance,

    /// <summary>The machine's clock is set back.</summary>
    ClockBack,

    /// <summary>The program ends and starts again.</summary>
    Restart,
}

/// <summary>One thing that happens.</summary>
/// <param name="Kind">What.</param>
/// <param name="Buyer">In whose conversation.</param>
/// <param name="Agent">By which agent.</param>
/// <param name="Choice">Which text, which duplicate, how long.</param>
public readonly record struct Step(StepKind Kind, int Buyer, int Agent, int Choice)
{
    public override string ToString() => $"{Kind}(buyer {Buyer}, agent {Agent}, {Choice})";
}
