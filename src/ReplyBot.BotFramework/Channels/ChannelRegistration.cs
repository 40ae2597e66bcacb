using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReplyBot.BotFramework.Channels.Authentication;
using ReplyBot.BotFramework.Channels.Delivery;

namespace ReplyBot.BotFramework.Channels;

/// <summary>Brings Bot Framework channels into the host.</summary>
public static class ChannelRegistration
{
    /// <summary>
    /// Registers the endpoint's parts and <see cref="IConnectorClient"/>. The host registers
    /// <see cref="IConversationGateway"/> and Direct Line, whose addresses serve files to channels too.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The configuration section of the Bot Framework.</param>
    public static IServiceCollection AddBotFrameworkChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ChannelOptions>().Bind(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServiceAddressPolicy>();
        services.AddSingleton<ChannelAuthenticator>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton<IConnectorClient, ConnectorClient>();
        ChannelHttp.Register(services);
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>.</summary>
    public static IEndpointConventionBuilder MapBotFrameworkMessages(this IEndpointRouteBuilder endpoints)
    {
        var messages = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        return endpoints.MapPost("/api/messages", (Delegate)messages.ReceiveAsync);
    }
}
