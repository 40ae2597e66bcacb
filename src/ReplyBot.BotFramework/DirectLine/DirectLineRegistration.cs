using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ReplyBot.BotFramework.DirectLine.Streaming;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Brings Direct Line 3.0 into the host.</summary>
public static class DirectLineRegistration
{
    private const string CorsPolicyName = "DirectLine";

    /// <summary>
    /// Registers Direct Line. The host registers <see cref="IConversationGateway"/> and <see cref="IAttachmentStore"/>,
    /// sets <see cref="DirectLineOptions.SigningKey"/> and puts <c>app.UseCors()</c> before its endpoints.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The configuration section of Direct Line.</param>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DirectLineOptions>()
            .Bind(configuration)
            .Validate(
                options => options.SigningKey.Length >= DirectLineOptions.MinSigningKeyBytes,
                $"DirectLine: the signing key must have at least {DirectLineOptions.MinSigningKeyBytes} bytes.")
            .Validate(
                options => options.AllowedOrigins.All(origin => origin == "*" || Origins.IsOrigin(origin)),
                "DirectLine:AllowedOrigins must be origins such as https://shop.example, or *.")
            .ValidateOnStart();

        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, directLine) =>
            cors.AddPolicy(CorsPolicyName, policy => policy
                .SetIsOriginAllowed(origin => Origins.IsConfigured(directLine.Value, origin))
                .WithMethods(HttpMethods.Get, HttpMethods.Post)
                .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.XRequestedWith, "x-ms-bot-agent")
                .WithExposedHeaders(HeaderNames.RetryAfter)
                .SetPreflightMaxAge(TimeSpan.FromHours(1))));

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<TranscriptReader>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<UploadEndpoint>();
        services.AddSingleton<AttachmentEndpoint>();
        services.AddSingleton<StreamEndpoint>();
        services.AddSingleton<StreamRegistry>();
        services.AddHostedService<StreamKeeper>();
        return services;
    }

    /// <summary>Maps the addresses under <c>/v3/directline</c>.</summary>
    public static IEndpointConventionBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var conversations = services.GetRequiredService<ConversationEndpoints>();
        var activities = services.GetRequiredService<ActivityEndpoints>();
        var upload = services.GetRequiredService<UploadEndpoint>();
        var attachment = services.GetRequiredService<AttachmentEndpoint>();

        var group = endpoints.MapGroup("/v3/directline").RequireCors(CorsPolicyName).DisableAntiforgery();
        group.MapPost("/tokens/generate", (Delegate)conversations.GenerateTokenAsync);
        group.MapPost("/tokens/refresh", (Delegate)conversations.RefreshTokenAsync);
        group.MapPost("/conversations", (Delegate)conversations.StartAsync);
        group.MapGet("/conversations/{conversationId}", conversations.ReconnectAsync);
        group.MapGet("/conversations/{conversationId}/activities", activities.ReadAsync);
        group.MapPost("/conversations/{conversationId}/activities", (HttpContext http, string conversationId) => activities.PostAsync(http, conversationId));
        group.MapPost("/conversations/{conversationId}/upload", upload.UploadAsync);
        group.MapGet("/conversations/{conversationId}/attachments/{fileId}", attachment.DownloadAsync);

        // Sockets have their own short pipeline, so that the host need not know about them. Over HTTP/2 they are opened
        // by CONNECT instead of GET (RFC 8441).
        var stream = endpoints.CreateApplicationBuilder();
        stream.UseWebSockets();
        stream.Run(services.GetRequiredService<StreamEndpoint>().ServeAsync);
        group.MapMethods("/conversations/{conversationId}/stream", [HttpMethods.Get, HttpMethods.Connect], stream.Build());
        return group;
    }
}
