using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReplyBot.Webhook;

namespace ReplyBot.Tests.Webhook;

/// <summary>A reply as it came over the wire.</summary>
internal sealed record Received(string Timestamp, string Signature, byte[] Body);

/// <summary>A platform's adapter that takes replies in; it can be told to refuse some first.</summary>
internal sealed class TestAdapter : IAsyncDisposable
{
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private WebApplication _app = null!;
    private int _refusals;

    /// <summary>Where replies go.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="refusals">How many replies are answered with 503 first.</param>
    public static async Task<TestAdapter> StartAsync(int refusals = 0)
    {
        var adapter = new TestAdapter { _refusals = refusals };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        adapter._app = builder.Build();
        adapter._app.MapPost("/replies", adapter.TakeAsync);
        await adapter._app.StartAsync();
        adapter.Address = new Uri(adapter._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/replies");
        return adapter;
    }

    /// <summary>Waits for the next reply.</summary>
    public async Task<Received> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        await _received.Writer.WriteAsync(new Received(
            request.Headers[WebhookSignature.TimestampHeader].ToString(), request.Headers[WebhookSignature.SignatureHeader].ToString(), body.ToArray()));
        return Interlocked.Decrement(ref _refusals) >= 0 ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.NoContent();
    }
}
