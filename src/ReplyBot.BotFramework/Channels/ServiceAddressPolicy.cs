using System.Net;
using Microsoft.Extensions.Options;

namespace ReplyBot.BotFramework.Channels;

/// <summary>Where replies may be sent: a service address comes in with every activity and is not to be believed.</summary>
internal sealed class ServiceAddressPolicy(IOptions<ChannelOptions> options)
{
    private readonly ChannelOptions _options = options.Value;
    private readonly IReadOnlyList<string> _hosts = CloudAddresses.Of(options.Value).ServiceHosts;

    /// <summary>Checks an address by its text.</summary>
    /// <param name="serviceUrl">The address as received.</param>
    /// <param name="address">The address, when it may be used.</param>
    /// <returns>Why it may not be used, or null.</returns>
    public string? Refuse(string? serviceUrl, out Uri? address)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return "The serviceUrl is not a plain http or https address.";

        if (!_options.HasAppId)
            return address.IsLoopback ? null : "Without an app id only service addresses on this machine are called.";

        if (address.IsLoopback && _options.AllowPrivateAddresses)
            return null;

        if (address.Scheme != Uri.UriSchemeHttps)
            return "The serviceUrl must be https.";

        var host = address.IdnHost;
        return _hosts.Any(allowed => Matches(allowed, host)) ? null : "The host of the serviceUrl is not allowed.";
    }

    /// <summary>Whether a connection to this address may be made, whatever name led to it.</summary>
    public bool MayConnect(IPAddress address) =>
        _options.HasAppId ? _options.AllowPrivateAddresses || !PrivateAddresses.Contain(address) : IPAddress.IsLoopback(address);

    private static bool Matches(string allowed, string host) =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase) && host.Length > allowed.Length - 1
            : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
