using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReplyBot.Accounts;
using ReplyBot.Cli;
using ReplyBot.Conversations.Storage;
using ReplyBot.Hosting;
using ReplyBot.Storage;
using ReplyBot.Tests.Desk;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Security;

/// <summary>The whole program as it is served, over a database of its own, with a small base and a reader that understands nothing.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private const string Password = "correct horse";

    private readonly TemporaryStore _storage;
    private readonly WebApplication _app;
    private readonly List<ConsoleClient> _clients = [];

    private RunningHost(TemporaryStore storage, WebApplication app)
    {
        _storage = storage;
        _app = app;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public KeptLog Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public IDatabase Database => _storage.Database;

    public IConversationStore Store => Services.GetRequiredService<IConversationStore>();

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => Http.BaseAddress!;

    /// <summary>The folder that editors' files are in; empty at first.</summary>
    public string KnowledgeBase => Services.GetRequiredService<ProgramFolders>().KnowledgeBase;

    /// <summary>Starts it; settings read <c>Section:Name=value</c>.</summary>
    public static async Task<RunningHost> StartAsync(StorageEngine engine, params string[] settings)
    {
        var storage = await TemporaryStore.OpenAsync(engine);
        var folders = new ProgramFolders(Path.Combine(storage.Folder, "data"), Path.Combine(storage.Folder, "knowledge-base"));
        folders.Create();
        var workspace = new Workspace(folders, storage.Database, new QuietDisplay());
        string[] args = ["--urls=http://127.0.0.1:0", "--RateLimits:WebChatTokensPerMinute=100000", "--RateLimits:SignInsPerMinute=100000", "--Logging:LogLevel:Default=Trace",
            "--Logging:Console:LogLevel:Default=None", "--Logging:Console:LogLevel:ReplyBot=None", .. settings.Select(setting => "--" + setting)];
        var host = new RunningHost(storage, await ReplyBotHost.CreateAsync(workspace, SmallShop.Serve(), args, CancellationToken.None));
        await host._app.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        host.Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
        return host;
    }

    public static Task<RunningHost> StartAsync(params string[] settings) => StartAsync(StorageEngine.Sqlite, settings);

    /// <summary>A buyer on the shop's own page, in a started conversation.</summary>
    public async Task<BuyerLine> OpenBuyerAsync()
    {
        using var issued = await Http.PostAsync("/webchat/token", null);
        issued.EnsureSuccessStatusCode();
        var token = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        using var start = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
        start.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var started = await Http.SendAsync(start);
        started.EnsureSuccessStatusCode();
        return new BuyerLine(Http, token, (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString()!);
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
        var account = Services.GetRequiredService<AccountMaker>().Make(name, $"客服{name}", roles, Password);
        (await Services.GetRequiredService<AccountStore>().AddAsync(account, CancellationToken.None)).ShouldBe(AccountOutcome.Done);
        var client = await VisitAsync();
        (await client.PostAsync("/api/account/sign-in", new { name, password = Password })).Status.ShouldBe(200);
        return client;
    }

    /// <summary>Waits until every message was dealt with.</summary>
    public async Task TurnsEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await Store.PendingTurnsAsync(DateTimeOffset.MaxValue, 1, patience.Token)).Count > 0)
            await pause.WaitForNextTickAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
    }

    private sealed class QuietDisplay : IWorkDisplay
    {
        public Task<T> RunAsync<T>(string what, Func<IProgress<double>, Task<T>> work) => work(new Progress<double>());

        public void Warn(string message)
        {
        }
    }
}

/// <summary>A buyer's line to the program.</summary>
internal sealed record BuyerLine(HttpClient Http, string Token, string ConversationId)
{
    /// <summary>Says something.</summary>
    public Task<HttpResponseMessage> SayAsync(string text) =>
        PostAsync(JsonContent.Create(new { type = "message", from = new { id = "dl_x", name = "小王" }, text }));

    /// <summary>Posts a body as an activity.</summary>
    public async Task<HttpResponseMessage> PostAsync(HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{ConversationId}/activities") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await Http.SendAsync(request);
    }
}
