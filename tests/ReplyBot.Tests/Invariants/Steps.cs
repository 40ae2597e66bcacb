using FsCheck;
using FsCheck.Fluent;

namespace ReplyBot.Tests.Invariants;

/// <summary>Sequences of steps, the likely ones more often; a failing sequence is shortened step by step.</summary>
public static class Steps
{
    private const int Longest = 24;

    private static readonly (int Weight, StepKind Kind)[] Kinds =
    [
        (7, StepKind.Post), (3, StepKind.Fragment), (2, StepKind.Duplicate), (2, StepKind.Reorder),
        (10, StepKind.Turn), (2, StepKind.TurnTwice), (2, StepKind.TurnOvertaken), (2, StepKind.TurnCrashBefore), (2, StepKind.TurnCrashAfter), (2, StepKind.Sweep),
        (6, StepKind.Accept), (2, StepKind.AcceptRace), (4, StepKind.Reply), (3, StepKind.Hold), (4, StepKind.SendSuggestion), (2, StepKind.ReplyLate), (1, StepKind.ReplyCrashAfter),
        (2, StepKind.Transfer), (2, StepKind.Release), (2, StepKind.Close), (2, StepKind.Heartbeat), (5, StepKind.Tick), (5, StepKind.Advance), (1, StepKind.ClockBack), (1, StepKind.Restart),
    ];

    private static readonly Gen<Step> One =
        from kind in Gen.Frequency(Kinds.Select(kind => (kind.Weight, Gen.Constant(kind.Kind))).ToArray())
        from buyer in Gen.Choose(0, ShopMachine.Buyers - 1)
        from agent in Gen.Choose(0, ShopMachine.Agents - 1)
        from choice in Gen.Choose(0, 11)
        select new Step(kind, buyer, agent, choice);

    public static Arbitrary<Step[]> Sequences { get; } = Arb.From(
        from length in Gen.Choose(4, Longest)
        from steps in One.ArrayOf(length)
        select steps,
        steps => steps.Select((_, place) => steps.Where((_, other) => other != place).ToArray()));
}
