using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Desk;
using ReplyBot.Desk.Approvals;
using ReplyBot.Desk.Live;
using ReplyBot.Desk.SavedReplies;
using ReplyBot.Desk.Shelf;

namespace ReplyBot.Desk;

/// <summary>Puts the agents' desk into the program: its HTTP API and its hub.</summary>
public static class DeskRegistration
{
    private const string HubPath = "/hubs/desk";

    /// <summary>Pages send nothing through the hub but its own small talk, in bytes.</summary>
    private const long LargestHubMessage = 4 * 1024;

    /// <summary>How often a line is asked for a sign of life; pages answer even where browsers slow their timers down.</summary>
    private static readonly TimeSpan AskedEvery = TimeSpan.FromSeconds(4);

    /// <summary>A line that is silent for so long is dead: a closed laptop says no goodbye.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    /// <summary>Registers the desk.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<ConversationSummaries>();
        services.AddSingleton<BuyerContextReader>();
        services.AddSingleton<BuyerHistory>();
        services.AddSingleton<SimilarCases>();
        services.AddSingleton<OtherBuyers>();
        services.AddSingleton<DeskLines>();
        services.AddSingleton<PresenceStore>();
        services.AddSingleton<AgentLoads>();
        services.AddSingleton<ApprovalStore>();
        services.AddSingleton<SavedReplyStore>();
        services.AddSingleton<ScriptShelf>();
        services.AddSingleton<ScriptItems>();
        services.AddSingleton<DraftGuard>();
        services.AddSingleton<TranscriptView>();
        services.AddSingleton<IAgentRoster, DeskRoster>();
        services.AddHostedService<DeskNotifier>();
        services.AddHostedService<LeaseKeeper>();
        services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestHubMessage;
                hub.KeepAliveInterval = AskedEvery;
                hub.ClientTimeoutInterval = LongestSilence;
            })
            .AddJsonProtocol(json => ConsoleJson.Configure(json.PayloadSerializerOptions));
        return services;
    }

    /// <summary>Maps <c>/api/desk</c> and <c>/hubs/desk</c>.</summary>
    public static void MapDesk(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapConsoleGroup("/api/desk").RequireAuthorization(Policies.Desk);
        ConversationEndpoints.Map(desk);
        SendingEndpoints.Map(desk);
        ScriptEndpoints.Map(desk);
        PromiseEndpoints.Map(desk);
        FollowUpEndpoints.Map(desk);
        AttachmentEndpoints.Map(desk);
        PresenceEndpoints.Map(desk);
        ApprovalEndpoints.Map(desk);
        SavedReplyEndpoints.Map(desk);
        ShelfEndpoints.Map(desk);
        endpoints.MapHub<DeskHub>(HubPath).RequireAuthorization(Policies.Desk).AddEndpointFilter(new OwnOriginFilter());
    }
}
