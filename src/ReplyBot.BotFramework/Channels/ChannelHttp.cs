using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace ReplyBot.BotFramework.Channels;

/// <summary>The HTTP clients of this project.</summary>
internal static class ChannelHttp
{
    /// <summary>Fetches signing keys and tokens, from configured addresses.</summary>
    public const string Identity = "ReplyBot.BotFramework.Identity";

    /// <summary>Delivers replies, to addresses that came in from outside.</summary>
    public const string Delivery = "ReplyBot.BotFramework.Delivery";

    private const int MaxResponseBytes = 1024 * 1024;

    /// <summary>Registers both clients. Neither follows redirects or logs addresses, which name conversations.</summary>
    public static void Register(IServiceCollection services)
    {
        services.AddHttpClient(Identity, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = MaxResponseBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();

        services.AddHttpClient(Delivery, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // each attempt has its own
                client.MaxResponseContentBufferSize = MaxResponseBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,

                // A proxy would connect in our place, and where to would be out of our hands.
                UseProxy = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = (context, cancellationToken) => ConnectAsync(
                    context.DnsEndPoint, provider.GetRequiredService<ServiceAddressPolicy>(), cancellationToken),
            })
            .RemoveAllLoggers();
    }

    /// <summary>Connects to the address that was checked, so that a name cannot change its meaning in between.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target, ServiceAddressPolicy policy, CancellationToken cancellationToken)
    {
        var resolved = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = resolved.Where(policy.MayConnect).ToArray();
        if (allowed.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no address that replies may go to.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
