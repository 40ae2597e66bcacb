using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ReplyBot.Hosting;

/// <summary>
/// Behind a reverse proxy the caller's address and scheme come in headers, which anybody can write. They are believed only from the
/// proxies named in <c>ForwardedHeaders:KnownProxies</c> (addresses or networks); without that setting from nobody.
/// </summary>
public static class ForwardedAddresses
{
    private const string Section = "ForwardedHeaders:KnownProxies";

    /// <summary>Believes the configured proxies. Goes before everything that looks at addresses.</summary>
    public static void Use(WebApplication app)
    {
        var proxies = app.Configuration.GetSection(Section).Get<string[]>() ?? [];
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(proxy) : One(IPAddress.Parse(proxy)));
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork One(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}
