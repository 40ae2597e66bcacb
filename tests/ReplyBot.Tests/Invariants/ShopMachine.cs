using Dapper;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Turns;
using ReplyBot.Serving;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;
using ReplyBot.Tests.Turns;

namespace ReplyBot.Tests.Invariants;

/// <summary>
/// The real turn, desk and waiting keeper over the real store, put through steps; after every step what is stored is compared with
/// the invariants and with what was predicted. This half sets the machine up; the other takes the steps.
/// </summary>
public sealed partial class ShopMachine : IAsyncDisposable
{
    public const int Buyers = 2;
    public const int Agents = 2;

    /// <summary>The channel of each buyer.</summary>
    private static readonly string[] Channels = ["web", "app"];

    /// <summary>What a test puts between the shop and its store.</summary>
    public delegate IConversationStore Wrap(IConversationStore store, IDatabase database);

    /// <summary>How long the bot waits for the rest of a thought; on the channel of the second buyer only.</summary>
    private static readonly TimeSpan Window = ChannelSettings.UsualBurstWindow;

    private static readonly ChannelSettings Settings = new(new ChannelSetting { BurstWindow = TimeSpan.Zero },
        new Dictionary<string, ChannelSetting> { [Channels[1]] = new() { BurstWindow = Window } });

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Emptied between sequences; children before their parents.</summary>
    private static readonly string[] Tables = ["planned_contacts", "events", "deliveries", "suggestions", "promises", "handoffs", "pending_turns", "messages", "conversations"];

    private static readonly ServedBase Serving = TurnTable.Serve(new ScriptedReader()
        .On("几时发货", "ship.time").On("退货运费谁出呀", "return.fee").On("还没发", "ship.urge").On("谢谢", "chat.thanks").On("运费", "return.fee", 0.5));

    private readonly TemporaryStore _temporary;
    private readonly Wrap _wrap;
    private readonly Prediction[] _predictions = new Prediction[Buyers];
    private readonly Dictionary<string, Recording> _read = [];
    private readonly Dictionary<string, Recording> _checked = [];
    private ManualClock _clock = new(Start);
    private CrashingStore _store = null!;
    private TurnProcessor _turns = null!;
    private AgentDesk _desk = null!;
    private WaitingKeeper _keeper = null!;
    private int _clients;

    private ShopMachine(TemporaryStore temporary, Wrap wrap)
    {
        _temporary = temporary;
        _wrap = wrap;
    }

    /// <summary>Makes a machine for any number of sequences.</summary>
    public static async Task<ShopMachine> MakeAsync(StorageEngine engine, Wrap? wrap = null) =>
        new(await TemporaryStore.OpenAsync(engine), wrap ?? ((store, _) => store));

    /// <summary>Takes a sequence of steps from an empty shop.</summary>
    /// <exception cref="ViolationException">An invariant does not hold; the message says which, and after which step.</exception>
    public async Task RunAsync(IReadOnlyList<Step> steps)
    {
        await BeginAsync();
        for (var place = 0; place < steps.Count; place++)
        {
            try
            {
                await TakeAsync(steps[place]);
                await CheckAsync();
            }
            catch (Exception failure) when (failure is ViolationException or System.Data.Common.DbException)
            {
                throw new ViolationException($"{failure.Message}, after step {place} of {string.Join(" ", steps)}");
            }
        }
        await SettleAsync();
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    private async Task BeginAsync()
    {
        _clock = new ManualClock(Start);
        _clients = 0;
        _read.Clear();
        await _temporary.Database.WriteAsync(async connection =>
        {
            foreach (var table in Tables)
                await connection.ExecuteAsync("DELETE FROM " + table);
            return 0;
        }, None);
        OpenShop();
        for (var buyer = 0; buyer < Buyers; buyer++)
        {
            var started = await _temporary.Store.StartAsync(new NewConversation(null, TemporaryStore.Buyer with { Channel = Channels[buyer], BuyerId = $"dl_{buyer}" }, null, null, Start), None);
            _predictions[buyer] = new Prediction(started.Id) { Window = Settings.BurstWindowOf(started.Channel) };
        }
    }

    private void OpenShop()
    {
        _store = new CrashingStore(_wrap(_temporary.Store, _temporary.Database));
        _turns = TurnTable.Turns(_store, Serving, Settings, _clock);
        _desk = new AgentDesk(_store, Serving, ShopClock.China, _clock, Settings, DeskLimits.Standard);
        _keeper = new WaitingKeeper(_store, Serving, Settings, ShopClock.China, _clock);
    }

    private async Task CheckAsync()
    {
        foreach (var prediction in _predictions)
        {
            var stored = await ReadAsync(prediction);
            Invariant.Check(stored, prediction);
            if (ReferenceEquals(stored, _checked.GetValueOrDefault(prediction.ConversationId)))
                continue;
            _checked[prediction.ConversationId] = stored;
            var after = prediction.Acknowledged.Count / 2;
            var page = await _store.MessagesAsync(prediction.ConversationId, after, 1000, None);
            Invariant.Require(page.Select(message => message.Seq).SequenceEqual(Enumerable.Range(after + 1, page.Count).Select(seq => (long)seq)), "M3: a watermark returns something else than what came after it");
        }
        var waiting = await _store.ListAsync(ConversationScope.Waiting, null, 100, None);
        Invariant.Require(waiting.Select(conversation => conversation.Id).SequenceEqual(_predictions
            .Where(prediction => prediction.State == ConversationState.Waiting)
            .OrderBy(prediction => prediction.WaitsSince - prediction.HeadStart).ThenBy(prediction => prediction.ConversationId, StringComparer.Ordinal)
            .Select(prediction => prediction.ConversationId)), "Q5: the console's list differs from the waiting buyers");
    }

    private async Task<Recording> ReadAsync(Prediction prediction) =>
        _read[prediction.ConversationId] = await Recording.ReadAsync(_temporary.Database, prediction.ConversationId, _read.GetValueOrDefault(prediction.ConversationId));

    /// <summary>Runs what is pending: whatever happened, every turn ends.</summary>
    private async Task SettleAsync()
    {
        _store.BeforeCommit = _store.AfterCommit = null;
        _clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        foreach (var prediction in _predictions)
            Invariant.CheckSettled(await Recording.ReadAsync(_temporary.Database, prediction.ConversationId));
    }
}
