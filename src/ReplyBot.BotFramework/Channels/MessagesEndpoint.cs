using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ReplyBot.BotFramework.Channels.Authentication;
using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Schema;

namespace ReplyBot.BotFramework.Channels;

/// <summary>POST /api/messages: the address that Bot Framework channels send activities to.</summary>
internal sealed class MessagesEndpoint(
    IConversationGateway gateway, ChannelAuthenticator authenticator, ServiceAddressPolicy addresses, IOptions<ChannelOptions> options)
{
    /// <summary>Takes an activity in. The caller is let in before its body is read, and answered before any reply is made.</summary>
    public async Task<IResult> ReceiveAsync(HttpContext http)
    {
        // 1 who calls
        CallerIdentity? caller = null;
        if (options.Value.HasAppId)
        {
            (caller, var refusal) = await authenticator.AuthenticateAsync(http.Request);
            if (refusal is not null)
                return refusal;
        }
        else if (!LocalCaller.Is(http.Request))
        {
            return Problem.Forbidden("Without an app id this address answers callers on this machine only.");
        }

        // 2 what is said
        if (!http.Request.HasJsonContentType())
            return Problem.UnsupportedMediaType("The body must be application/json.");

        var (activity, problem) = await RequestBody.ReadJsonAsync(http.Request, ActivityJson.Wire.Activity, RequestBody.MaxActivityBytes);
        if (problem is not null)
            return problem;

        // 3 whether this caller may say it, and where replies would go
        if (caller is not null && authenticator.Authorize(caller, activity!) is { } forbidden)
            return forbidden;

        if (ChannelTurn.Check(activity!) is { } error)
            return Problem.BadRequest(error);

        if (addresses.Refuse(activity!.ServiceUrl, out _) is { } reason)
            return Problem.Forbidden(reason);

        // 4 hand it in; what the bot has no use for is acknowledged all the same
        var (message, unreadable) = ChannelTurn.Read(activity);
        if (unreadable is not null)
            return Problem.BadRequest(unreadable);

        if (message is null)
            return Results.Accepted();

        var receipt = await gateway.PostAsync(message, http.RequestAborted);
        return receipt.Outcome switch
        {
            PostOutcome.UnknownConversation => Problem.UnknownConversation(),
            PostOutcome.Busy => Problem.TooMany(receipt.RetryAfter),
            _ => Results.Accepted(),
        };
    }
}
