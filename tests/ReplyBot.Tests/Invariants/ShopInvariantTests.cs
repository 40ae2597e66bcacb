using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Tests.Invariants.Bugs;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Invariants;

/// <summary>
/// Q1–Q7 and M2–M6 over whatever can happen to a shop. <c>REPLYBOT_SEQUENCES</c> asks for more sequences and <c>REPLYBOT_SEED</c> for others;
/// a failure shows the shortest sequence found.
/// </summary>
public class ShopInvariantTests
{
    private const int SqliteSequences = 10000;
    private const int PostgresSequences = 100;
    private const int SequencesToFindABug = 1000;
    private const ulong Seed = 20260501;

    /// <summary>Machines side by side, each with a seed of its own.</summary>
    private const int Machines = 2;

    public static TheoryData<string> Bugs => [.. SeededBugs.All.Keys];

    [Theory, OnSqlite, OnPostgres]
    public async Task Shop_WhateverHappens_KeepsItsInvariants(StorageEngine engine)
    {
        var sequences = Setting("REPLYBOT_SEQUENCES") is { } asked ? (int)asked : engine == StorageEngine.Sqlite ? SqliteSequences : PostgresSequences;
        await Task.WhenAll(Enumerable.Range(0, Machines).Select(async number =>
        {
            await using var machine = await ShopMachine.MakeAsync(engine);
            await RunAsync(machine, sequences / Machines, (ulong)number);
        }));
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task Shop_WithASeededBug_IsCaught(string bug)
    {
        await using var machine = await ShopMachine.MakeAsync(StorageEngine.Sqlite, SeededBugs.All[bug]);
        var caught = await Should.ThrowAsync<Exception>(() => RunAsync(machine, SequencesToFindABug, 0));
        caught.ToString().ShouldContain(nameof(ViolationException));
    }

    /// <summary>On a thread of its own: it waits for each sequence, and threads that wait are missing where the sequences run.</summary>
    private static Task RunAsync(ShopMachine machine, int sequences, ulong number) => Task.Factory.StartNew(() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(sequences).WithReplay((Setting("REPLYBOT_SEED") ?? Seed) + number, 1),
        Prop.ForAll(Steps.Sequences, steps => machine.RunAsync(steps).GetAwaiter().GetResult())), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static ulong? Setting(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
