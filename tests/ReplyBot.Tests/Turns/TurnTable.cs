using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Conversations.Turns;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;
using ReplyBot.Knowledge.Shop;
using ReplyBot.Knowledge.Taxonomy;
using ReplyBot.Serving;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

/// <summary>A buyer, the real turn over the real store, and an agent; only reading is scripted and the clock is set by hand.</summary>
public sealed class TurnTable : IAsyncDisposable
{
    public const string OrderNumber = "802610005433012";

    /// <summary>The most buyers one agent may hold here.</summary>
    public const int BuyersPerAgent = 3;

    /// <summary>Settings with which the bot never waits for the rest of a thought.</summary>
    public static readonly ChannelSettings AtOnce = With(new ChannelSetting());

    private readonly TemporaryStore _temporary;
    private readonly TurnProcessor _turns;
    private string _conversation = "";
    private long _seen;

    private TurnTable(TemporaryStore temporary, ScriptedReader reader, ChannelSettings settings, string? hours)
    {
        _temporary = temporary;
        Serving = Serve(reader, hours);
        var serving = Serving;
        _turns = Turns(temporary.Store, serving, settings, Clock);
        Desk = new AgentDesk(temporary.Store, serving, ShopClock.China, Clock, settings, new DeskLimits(BuyersPerAgent));
        Keeper = new Conversations.Handoffs.WaitingKeeper(temporary.Store, serving, settings, ShopClock.China, Clock);
        Contacts = new Conversations.Handoffs.ContactKeeper(temporary.Store, serving, new OrderOwnership(new OneOrder(), settings), settings, ShopClock.China, Clock);
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 4, 0, 0, TimeSpan.Zero));

    public AgentDesk Desk { get; }

    public Conversations.Handoffs.WaitingKeeper Keeper { get; }

    public Conversations.Handoffs.ContactKeeper Contacts { get; }

    public IConversationStore Store => _temporary.Store;

    public IDatabase Database => _temporary.Database;

    public string ConversationId => _conversation;

    public ServedBase Serving { get; }

    public Conversations.Feed.ConversationFeed Feed => _temporary.Feed;

    public static async Task<TurnTable> SitAsync(StorageEngine engine, ScriptedReader reader, ChannelSettings? settings = null, string? hours = null)
    {
        var table = new TurnTable(await TemporaryStore.OpenAsync(engine), reader, settings ?? AtOnce, hours);
        table._conversation = (await table._temporary.StartAsync(table.Clock.GetUtcNow())).Id;
        return table;
    }

    /// <summary>A channel's settings, with a burst window of none where nothing is said.</summary>
    public static ChannelSettings With(ChannelSetting setting) =>
        new(setting with { BurstWindow = setting.BurstWindow ?? TimeSpan.Zero }, new Dictionary<string, ChannelSetting>());

    /// <summary>A small published base.</summary>
    public static ServedBase Serve(ScriptedReader reader, string? hours = null)
    {
        var bundle = ScriptBundle.From(Knowledge(hours));
        return new ServedBase(new ServingBase(bundle, ScriptIndexBuilder.Build(bundle), new OutboundGuard(bundle.Content), reader));
    }

    /// <summary>The real turn over a store.</summary>
    public static TurnProcessor Turns(IConversationStore store, ServedBase serving, ChannelSettings settings, TimeProvider clock) =>
        new(store, serving, new ReplyAdvisor(settings), new OrderOwnership(new OneOrder(), settings), new TurnComposer(settings, ShopClock.China), settings, ShopClock.China, clock);

    /// <summary>The buyer says something, the turn runs, and what came back since the last time is returned.</summary>
    public async Task<IReadOnlyList<Message>> SayAsync(params string[] lines)
    {
        foreach (var line in lines)
            await Store.ReceiveAsync(new IncomingMessage(_conversation, null, line, Clock.GetUtcNow()), CancellationToken.None);
        (await _turns.RunAsync(_conversation, CancellationToken.None)).IsDone.ShouldBeTrue();
        return await HearAsync();
    }

    /// <summary>The buyer says something and nothing runs yet.</summary>
    public Task PostAsync(string line) => Store.ReceiveAsync(new IncomingMessage(_conversation, null, line, Clock.GetUtcNow()), CancellationToken.None);

    /// <summary>The pending turn runs.</summary>
    public Task<TurnRun> RunAsync() => _turns.RunAsync(_conversation, CancellationToken.None);

    /// <summary>What happened so far, of one kind.</summary>
    public async Task<IReadOnlyList<Conversations.Events.ConversationEvent>> HappenedAsync(Conversations.Events.ConversationEventKind kind) =>
        [.. (await new EventLog(Database).ReadAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, CancellationToken.None)).Select(logged => logged.Event).Where(happened => happened.Kind == kind)];

    /// <summary>The sweep comes by: what is pending is run.</summary>
    public async Task<IReadOnlyList<Message>> RunPendingAsync()
    {
        foreach (var conversationId in await Store.ClaimTurnsAsync(Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(15), 10, CancellationToken.None))
            (await _turns.RunAsync(conversationId, CancellationToken.None)).IsDone.ShouldBeTrue();
        return await HearAsync();
    }

    /// <summary>What was said to the buyer since the last time.</summary>
    public async Task<IReadOnlyList<Message>> HearAsync()
    {
        var messages = await Store.MessagesAsync(_conversation, _seen, 100, CancellationToken.None);
        if (messages.Count > 0)
            _seen = messages[^1].Seq;
        return [.. messages.Where(message => message.From != MessageAuthor.Buyer)];
    }

    public async Task<Conversation> ConversationAsync() => (await Store.FindAsync(_conversation, CancellationToken.None))!;

    /// <summary>Another buyer waits, since a while or for a reason.</summary>
    public async Task<string> AnotherWaitsAsync(Conversations.Handoffs.HandoffReason reason = Conversations.Handoffs.HandoffReason.Unsure)
    {
        var change = new ConversationChange(await _temporary.StartAsync(Clock.GetUtcNow()), Clock.GetUtcNow());
        change.OpenHandoff(Guid.NewGuid().ToString("N"), reason, "问什么");
        (await Store.CommitAsync(change, CancellationToken.None)).ShouldBeTrue();
        return change.Before.Id;
    }

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    private static KnowledgeBase Knowledge(string? hours) => new()
    {
        Platforms = hours is null ? [] : [new Platform("web", ["本店"], [], [], [], [], [], [], new ServiceClock(null, null, null, null, hours))],
        Taxonomy = [new IntentDefinition("ship.time", "发货时间", "dispatch time", Stage.InSale)],
        Policy = new ShopPolicy(new Dictionary<string, string> { ["dispatch_hours"] = "24", ["reply_minutes"] = "10" }, [], [], []),
        Shop = new ShopFacts(new Dictionary<string, string> { ["name"] = "栗屿" }),
        Scripts =
        [
            Script("ship.time.standard", "ship.time", "付款后多久发货？", ["您这单{{order.dispatch_by}}前发出。", "付款后{{policy.dispatch_hours}}小时内发出，发单号和手机后四位可以帮您查。"], simpler: "一天内发出。"),
            Script("return.fee.standard", "return.fee", "退货运费谁出？", ["质量问题的运费由店铺承担。", "商品有问题，来回运费店铺出。"]),
            Script("ship.urge.standard", "ship.urge", "怎么还没发货？", ["我请仓库优先处理，问到结果告诉您。", "已经请仓库加急了。"], tags: ["跟进"]),
            Script("compensation.claim.standard", "compensation.claim", "怎么赔？", ["我请主管看看怎么补偿。", "补偿我去申请。"], send: SendMode.Agent) with { FollowUp = new FollowUp(TimeSpan.FromHours(24), "return.fee.standard") },
            Script("issue.quality.standard", "issue.quality", "起球怎么办？", ["拍张照片给我，我来核实。", "照片发来就处理。"]) with { FollowUp = new FollowUp(TimeSpan.FromHours(24), "issue.quality.care") },
            Script("issue.quality.care", "issue.quality", "用得还顺心吗？", ["昨天说的问题都处理好了吗？"]),
            Script("chat.thanks.standard", "chat.thanks", "谢谢", ["不客气呀。", "您客气了。"]),
            Notice(NoticeScripts.Holding, "稍等，同事{{policy.reply_minutes}}分钟内回您。", "请稍等，同事马上来。"),
            Notice(NoticeScripts.AfterHours, "同事下班了，上班后回您。"),
            Notice(NoticeScripts.Reassure, "没有忘记您，同事还在处理。", "还在处理，请放心。"),
            Notice(NoticeScripts.Soothe, "给您添麻烦了。"),
            Notice(NoticeScripts.Clarify, "您想问的是哪一个呢？"),
            Notice(NoticeScripts.OrderPhoneTail, "再发一下收货手机号后四位哦。"),
            Notice(NoticeScripts.OrderMismatch, "订单号和后四位没对上。"),
            Notice(NoticeScripts.OrderState, "订单{{order.number}}目前是{{order.status}}。", "请在订单页查看。"),
            Script("track.where.standard", "track.where", "快递到哪了？", ["快递在{{parcel.latest}}。", "请发订单号和手机后四位，我查物流。"]),
            Notice(NoticeScripts.OutOfScope, "亲，请问有什么可以帮您？"),
        ],
    };

    private static Script Script(string id, string intent, string question, string[] wordings, string? simpler = null, SendMode send = SendMode.Automatic, string[]? tags = null) =>
        new(id, intent, question, [], [.. wordings.Select(text => new Wording(text)), .. simpler is null ? [] : new[] { new Wording(simpler, Simpler: true) }], Conditions.None, send, Tags: tags);

    private static Script Notice(string id, params string[] wordings) => Script(id, "chat.human", "【" + id + "】", wordings);

    private sealed class OneOrder : IShopData
    {
        private static readonly OrderFacts Order = new(OrderNumber, "1338", "已付款", null, [], new Dictionary<string, string> { ["order.number"] = OrderNumber, ["order.status"] = "待付款", ["order.dispatch_by"] = "今晚八点" });

        public Task<OrderFacts?> FindOrderAsync(string number, CancellationToken cancellation) => Task.FromResult(number == OrderNumber ? Order : null);

        public Task<IReadOnlyList<OrderFacts>> OrdersOfAsync(string channel, string buyerId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<OrderFacts>>([Order]);
    }
}
