using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>A channel on a loopback port that takes replies.</summary>
internal sealed class ChannelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<IResult> _answers = new();

    private ChannelServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public List<(string Path, string Authorization, JsonElement Activity)> Received { get; } = [];

    public static async Task<ChannelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ChannelServer(app);
        app.Run(async http =>
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            lock (server.Received)
                server.Received.Add((http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget, http.Request.Headers.Authorization.ToString(), body.RootElement.Clone()));
            await (server._answers.TryDequeue(out var answer) ? answer : Results.Json(new { id = "at-channel" })).ExecuteAsync(http);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>How the next requests are answered before all others succeed.</summary>
    public void AnswerWith(params IResult[] answers)
    {
        foreach (var answer in answers)
            _answers.Enqueue(answer);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
