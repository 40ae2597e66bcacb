using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReplyBot.BotFramework.Channels;
using ReplyBot.BotFramework.DirectLine;

namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>The protocol served on a loopback port over <see cref="MemoryGateway"/>.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Secret = "secret-of-the-site";

    private readonly WebApplication _app;

    private TestHost(WebApplication app, MemoryGateway gateway, ManualTime time)
    {
        _app = app;
        Gateway = gateway;
        Time = time;
        Address = app.Urls.First();
        Client = new() { BaseAddress = new(Address) };
    }

    public MemoryGateway Gateway { get; }

    public ManualTime Time { get; }

    public string Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public DirectLineTokens Tokens => Services.GetRequiredService<DirectLineTokens>();

    /// <summary>Starts it.</summary>
    /// <param name="settings">Configuration beside the secret, such as <c>BotFramework:AppId</c>.</param>
    /// <param name="callerAddress">Where callers seem to come from, if not from this machine.</param>
    public static async Task<TestHost> StartAsync(Dictionary<string, string?>? settings = null, string? callerAddress = null)
    {
        var gateway = new MemoryGateway();
        var time = new ManualTime();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DirectLine:Secret"] = Secret });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IConversationGateway>(gateway);
        builder.Services.AddSingleton<IAttachmentStore>(gateway);
        builder.Services.Configure<DirectLineOptions>(options => options.SigningKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        builder.Services.AddDirectLine(builder.Configuration.GetSection(DirectLineOptions.SectionName));
        builder.Services.AddBotFrameworkChannels(builder.Configuration.GetSection(ChannelOptions.SectionName));

        var app = builder.Build();
        if (callerAddress is not null)
        {
            app.Use((HttpContext http, RequestDelegate next) =>
            {
                http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(callerAddress);
                return next(http);
            });
        }

        app.UseCors();
        app.MapDirectLine();
        app.MapBotFrameworkMessages();
        await app.StartAsync();
        return new(app, gateway, time);
    }

    /// <summary>Sends JSON with a credential and returns the response.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? bearer = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a request that must succeed and returns what it answers.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, string? bearer = null, object? body = null)
    {
        using var response = await SendAsync(method, path, bearer, body);
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A new conversation with its token.</summary>
    public async Task<OpenConversation> OpenAsync()
    {
        var token = (await CallAsync(HttpMethod.Post, "/v3/directline/tokens/generate", Secret)).GetProperty("token").GetString()!;
        var started = await CallAsync(HttpMethod.Post, "/v3/directline/conversations", token, new { });
        return new(
            started.GetProperty("conversationId").GetString()!,
            started.GetProperty("token").GetString()!,
            started.GetProperty("streamUrl").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A started conversation as its client holds it.</summary>
internal sealed record OpenConversation(string Id, string Token, string StreamUrl)
{
    public string Activities => $"/v3/directline/conversations/{Id}/activities";
}
