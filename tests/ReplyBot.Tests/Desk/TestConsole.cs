using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReplyBot.Accounts;
using ReplyBot.Board;
using ReplyBot.Bulletins;
using ReplyBot.Channels;
using ReplyBot.Cli;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Desk;
using ReplyBot.Editor;
using ReplyBot.Hosting;
using ReplyBot.Serving;
using ReplyBot.Storage;
using ReplyBot.Tests.Editor;

namespace ReplyBot.Tests.Desk;

/// <summary>The console's server over a database of its own, on a free port of this machine.</summary>
internal sealed class TestConsole : IAsyncDisposable
{
    public const string Password = "correct horse";

    private readonly List<ConsoleClient> _clients = [];
    private TemporaryStore _storage = null!;
    private WebApplication _app = null!;

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));

    /// <summary>The files that editors edit.</summary>
    public SampleFolder Knowledge { get; } = new();

    public IServiceProvider Services => _app.Services;

    public IConversationStore Store => _storage.Store;

    public Uri Address { get; private set; } = null!;

    public static async Task<TestConsole> StartAsync()
    {
        var console = new TestConsole();
        await console.OpenAsync();
        return console;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public async Task<ConsoleClient> VisitAsync()
    {
        var client = new ConsoleClient(Address);
        _clients.Add(client);
        await client.GetAsync("/api/account/me");
        return client;
    }

    /// <summary>A browser in which somebody with a new account is signed in.</summary>
    public async Task<ConsoleClient> SignInAsync(string name, params string[] roles)
    {
        await AddAccountAsync(name, roles);
        var client = await VisitAsync();
        var answer = await client.PostAsync("/api/account/sign-in", new { name, password = Password });
        answer.Status.ShouldBe(200);
        return client;
    }

    public async Task<Account> AddAccountAsync(string name, params string[] roles)
    {
        var account = Services.GetRequiredService<AccountMaker>().Make(name, $"客服{name}", roles, Password);
        (await Services.GetRequiredService<AccountStore>().AddAsync(account, CancellationToken.None)).ShouldBe(AccountOutcome.Done);
        return account;
    }

    /// <summary>A conversation in which the buyer said something.</summary>
    public async Task<Conversation> BuyerSaysAsync(string id, params string[] texts)
    {
        await Store.StartAsync(new NewConversation(id, new BuyerAddress("default", "web", "default", $"dl_{id}"), "小王", null, Clock.GetUtcNow()), CancellationToken.None);
        foreach (var text in texts)
            (await Store.ReceiveAsync(new IncomingMessage(id, null, text, Clock.GetUtcNow()), CancellationToken.None)).Outcome.ShouldBe(ReceiptOutcome.Stored);
        return (await Store.FindAsync(id, CancellationToken.None))!;
    }

    /// <summary>A conversation whose buyer asked and waits for a human.</summary>
    public async Task<Conversation> BuyerWaitsAsync(string id, string text)
    {
        var change = new ConversationChange(await BuyerSaysAsync(id, text), Clock.GetUtcNow());
        change.OpenHandoff($"h-{id}", HandoffReason.RepeatedMiss, text);
        var said = change.Say(MessageAuthor.Bot, MessageKind.Notice, "亲，稍等，这就请同事来看。");
        change.Promise(new WaitingPromise(said.Id, id, MessageAuthor.Bot, said.Text, change.At, change.At + TimeSpan.FromMinutes(10), null));
        return await CommitAsync(change);
    }

    /// <summary>Stores a change that nobody else is in the way of.</summary>
    public async Task<Conversation> CommitAsync(ConversationChange change)
    {
        (await Store.CommitAsync(change, CancellationToken.None)).ShouldBeTrue();
        return change.After;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
        Knowledge.Dispose();
    }

    private async Task OpenAsync()
    {
        _storage = await TemporaryStore.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["RateLimits:SignInsPerMinute"] = "1000" });
        AddParts(builder);
        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseStatusCodePages();
        _app.UseRateLimiter();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapAccounts();
        _app.MapBulletins();
        _app.MapDesk();
        _app.MapEditor();
        _app.MapBoard();
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private void AddParts(WebApplicationBuilder builder)
    {
        var sample = new SampleBase();
        var services = builder.Services;
        services.AddProblemDetails();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRateLimits(builder.Configuration);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDatabase>(_storage.Database);
        services.AddSingleton(_storage.Feed);
        services.AddSingleton<TypingSignals>();
        services.AddSingleton<IConversationStore>(_storage.Store);
        services.AddSingleton<IServingBase>(sample);
        services.AddSingleton<IShopData>(sample);
        services.AddSingleton(ShopClock.China);
        services.AddSingleton(new ChannelSettings(new ChannelSetting(), new Dictionary<string, ChannelSetting> { ["taobao"] = new() { VouchesForBuyers = true } }));
        services.AddSingleton<OrderOwnership>();
        services.AddSingleton(DeskLimits.Standard);
        services.AddSingleton<AgentDesk>();
        services.AddAccounts(builder.Configuration);
        // Hashing is slow on purpose; here it is not what is tried.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        services.AddBulletins();
        services.AddDesk();
        var folders = new ProgramFolders(_storage.Folder, Knowledge.Path);
        folders.Create();
        services.AddSingleton(folders);
        services.AddSingleton<PublishedBaseStore>();
        services.AddSingleton<AdoptionRecord>();
        services.AddSingleton<IWorkDisplay, SilentDisplay>();
        services.AddSingleton<ModelKeeper>();
        services.AddSingleton<ServingPreparation>();
        services.AddSingleton<ReplyAdvisor>();
        services.AddEditor();
        services.AddBoard();
    }
}
