using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Editor.Checking;
using ReplyBot.Editor.Exchange;
using ReplyBot.Editor.Files;
using ReplyBot.Editor.Inbox;
using ReplyBot.Editor.Playground;
using ReplyBot.Editor.Publishing;
using ReplyBot.Editor.Scripts;

namespace ReplyBot.Editor;

/// <summary>Puts the editors' pages into the program: scripts, their check and preview, the playground, publishing, the inbox.</summary>
public static class EditorRegistration
{
    /// <summary>Registers the editor.</summary>
    public static IServiceCollection AddEditor(this IServiceCollection services)
    {
        services.AddSingleton<EditedFiles>();
        services.AddSingleton<ScriptUsageReader>();
        services.AddSingleton<ScriptHistory>();
        services.AddSingleton<PlaygroundBases>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<StagedGate>();
        return services;
    }

    /// <summary>Maps <c>/api/editor</c>.</summary>
    public static void MapEditor(this IEndpointRouteBuilder endpoints)
    {
        var editor = endpoints.MapConsoleGroup("/api/editor").RequireAuthorization(Policies.Editor);
        ScriptEndpoints.Map(editor);
        CheckEndpoints.Map(editor);
        PlaygroundEndpoints.Map(editor);
        PublishEndpoints.Map(editor);
        InboxEndpoints.Map(editor);
        SavedReplyEndpoints.Map(editor);
        ExchangeEndpoints.Map(editor);
    }
}
