using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Board;
using ReplyBot.BotFramework;
using ReplyBot.BotFramework.Channels;
using ReplyBot.BotFramework.DirectLine;
using ReplyBot.Bulletins;
using ReplyBot.Channels;
using ReplyBot.Cli;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Turns;
using ReplyBot.Desk;
using ReplyBot.Editor;
using ReplyBot.Health;
using ReplyBot.Privacy;
using ReplyBot.Serving;
using ReplyBot.Shop;
using ReplyBot.Storage;
using ReplyBot.SuggestionsApi;
using ReplyBot.Webhook;

namespace ReplyBot.Hosting;

/// <summary>The composition root: every part of the running program is put together here and nowhere else.</summary>
public static class ReplyBotHost
{
    private const int SigningKeyBytes = 64;
    private const long LargestBody = 12 * 1024 * 1024;

    /// <summary>Puts the web program together over an opened workspace and what was prepared to be served.</summary>
    public static async Task<WebApplication> CreateAsync(Workspace workspace, ServingBase prepared, string[] args, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        // Secrets may lie in files, one each, named as the settings are: OpenIdConnect__ClientSecret.
        if (builder.Configuration["SecretsFolder"] is { Length: > 0 } secrets)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets));
        // Standard output carries the program's own words only.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        AddStorage(builder.Services, workspace);
        AddConversations(builder, workspace, prepared);
        await AddChannelsAsync(builder, workspace, cancellation);
        AddWeb(builder);

        var app = builder.Build();
        ProtectiveHeaders.Use(app);
        ForwardedAddresses.Use(app);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRateLimiter();
        app.UseCors();
        WebPages.Use(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapWebChat();
        app.MapDirectLine().RequireRateLimiting(RateLimits.DirectLine);
        app.MapBotFrameworkMessages();
        app.MapAccounts();
        app.MapBulletins();
        app.MapDesk();
        app.MapEditor();
        app.MapBoard();
        app.MapWebhook();
        app.MapSuggestionsApi();
        app.MapAudit();
        app.MapPrivacy();
        app.MapPublicApiDocument();
        return app;
    }

    private static void AddStorage(IServiceCollection services, Workspace workspace)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(workspace.Folders);
        services.AddSingleton(workspace.Database);
        services.AddSingleton(workspace.Published);
        services.AddSingleton(workspace.Preparation);
        services.AddSingleton<ConversationFeed>();
        if (workspace.Database is NpgsqlDatabase shared)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<NodeNewsService>(provider, shared));
        services.AddSingleton<IConversationStore, SqlConversationStore>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<IXmlRepository, CookieKeyRepository>();
        services.AddDataProtection().SetApplicationName("ReplyBot");
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((options, repository) => options.XmlRepository = repository);
    }

    private static void AddConversations(WebApplicationBuilder builder, Workspace workspace, ServingBase prepared)
    {
        var services = builder.Services;
        services.AddSingleton(new ServedBase(prepared));
        services.AddSingleton<IServingBase>(provider => provider.GetRequiredService<ServedBase>());
        services.AddSingleton<ShopIdentity>();
        services.AddSingleton(ShopClock.China);
        services.AddSingleton(ChannelConfiguration.Read(builder.Configuration));
        services.AddSingleton<IShopData>(provider => new SampleShopData(workspace.ReadShop(), ShopClock.China, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OrderOwnership>();
        services.AddSingleton<ReplyAdvisor>();
        services.AddSingleton<TurnComposer>();
        services.AddSingleton<TurnProcessor>();
        services.AddSingleton(new DeskLimits(builder.Configuration.GetValue("Desk:BuyersPerAgent", DeskLimits.Standard.BuyersPerAgent)));
        services.AddSingleton<AgentDesk>();
        services.AddSingleton<OutsideDesk>();
        services.AddSingleton<WaitingKeeper>();
        services.AddSingleton<ContactKeeper>();
        services.AddSingleton<OfferKeeper>();
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<TurnWorker>>();
            return ActivatorUtilities.CreateInstance<TurnWorker>(provider, (Action<string, Exception>)((conversation, failure) =>
                log.LogError(failure, "The turn of conversation {Conversation} failed and is tried again", conversation)));
        });
        services.AddHostedService<TurnService>();
        services.AddHostedService<WaitingService>();
        services.AddHostedService<PublicationService>();
    }

    private static async Task AddChannelsAsync(WebApplicationBuilder builder, Workspace workspace, CancellationToken cancellation)
    {
        var signingKey = await new KeyStore(workspace.Database).GetOrMakeAsync("direct-line", SigningKeyBytes, cancellation);
        var services = builder.Services;
        services.AddSingleton<TypingSignals>();
        services.AddSingleton<MessagePace>();
        services.AddSingleton<ConversationGateway>();
        services.AddSingleton<IConversationGateway>(provider => provider.GetRequiredService<ConversationGateway>());
        services.AddSingleton<IAttachmentStore, AttachmentStore>();
        services.AddDirectLine(builder.Configuration.GetSection(DirectLineOptions.SectionName));
        services.PostConfigure<DirectLineOptions>(options => options.SigningKey = signingKey);
        services.AddBotFrameworkChannels(builder.Configuration.GetSection(ChannelOptions.SectionName));
        services.AddWebhook(builder.Configuration);
        services.AddHostedService<ReplyDelivery>();
    }

    private static void AddWeb(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddProblemDetails();
        services.AddExceptionHandler<StorageFailures>();
        services.AddRateLimits(builder.Configuration);
        services.AddAccounts(builder.Configuration);
        services.AddBulletins();
        services.AddDesk();
        services.AddEditor();
        services.AddBoard();
        services.AddSuggestionsApi();
        services.AddPrivacy();
        services.AddPublicApiDocument();
    }
}
