using Microsoft.AspNetCore.Http;
using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Activities of a conversation: what the buyer sends, and what is there to read.</summary>
internal sealed class ActivityEndpoints(DirectLineGate gate, IConversationGateway gateway, TranscriptReader transcript)
{
    /// <summary>GET /conversations/{id}/activities?watermark=: what came after the watermark.</summary>
    public async Task<IResult> ReadAsync(HttpContext http, string conversationId)
    {
        var (_, refusal) = await gate.AdmitAsync(http.Request, conversationId, http.RequestAborted);
        if (refusal is not null)
            return refusal;

        if (!Watermark.TryRead(http.Request, out var after))
            return Watermark.Malformed();

        return await transcript.ReadAsync(conversationId, after, transcript.AddressOf(http.Request), http.RequestAborted) is { } read
            ? Results.Json(read.Set, ActivityJson.Wire.ActivitySet)
            : Problem.UnknownConversation();
    }

    /// <summary>POST /conversations/{id}/activities: answers as soon as the activity is stored.</summary>
    public async Task<IResult> PostAsync(HttpContext http, string conversationId)
    {
        var (grant, refusal) = await gate.AdmitAsync(http.Request, conversationId, http.RequestAborted);
        if (refusal is not null)
            return refusal;

        var (activity, problem) = await RequestBody.ReadJsonAsync(http.Request, ActivityJson.Wire.Activity, RequestBody.MaxActivityBytes);
        return problem ?? await PostAsync(activity!, grant!, uploaded: [], http.RequestAborted);
    }

    /// <summary>Hands an activity in as the token's buyer, together with files that were uploaded for it.</summary>
    public async Task<IResult> PostAsync(
        Activity activity, TokenGrant grant, IReadOnlyList<MessageAttachment> uploaded, CancellationToken cancellationToken)
    {
        var (content, error) = uploaded.Count == 0
            ? InboundTurn.Read(activity)
            : (InboundTurn.ReadUpload(activity, uploaded), null);
        if (content is null)
            return Problem.BadRequest(error!);

        if (content.Kind == InboundKind.ConversationUpdate)
            return Problem.BadRequest("Clients do not send conversationUpdate.");

        var receipt = await gateway.PostAsync(
            new()
            {
                ConversationId = grant.ConversationId,
                ChannelId = grant.ChannelId,
                Kind = content.Kind,

                // Whatever the activity says: the token tells who the buyer is.
                FromId = grant.UserId,
                FromName = grant.UserName ?? InboundTurn.DisplayName(activity.From?.Name),
                Text = content.Text,
                Locale = content.Locale,
                ClientActivityId = InboundTurn.ClientActivityId(activity),
                EventName = content.EventName,
                Value = content.Value,
                ChannelData = content.ChannelData,
                Attachments = content.Attachments,
            },
            cancellationToken);

        return receipt.Outcome switch
        {
            PostOutcome.UnknownConversation => Problem.UnknownConversation(),
            PostOutcome.Busy => Problem.TooMany(receipt.RetryAfter),

            // What leaves no trace in the transcript still gets an id: clients take none for a failure.
            _ => Results.Json(
                new ResourceResponse(receipt.ActivityId is { Length: > 0 } id ? id : Guid.NewGuid().ToString("N")),
                ActivityJson.Wire.ResourceResponse),
        };
    }
}
