using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Desk;

/// <summary>What buyers were promised and nobody has kept yet.</summary>
internal static class PromiseEndpoints
{
    public static void Map(IEndpointRouteBuilder desk) => desk.MapGet("/promises", ListAsync);

    private static async Task<IResult> ListAsync(IConversationStore store, CancellationToken cancellation)
    {
        var promises = await store.OpenPromisesAsync(cancellation);
        var buyers = new Dictionary<string, BuyerItem>(StringComparer.Ordinal);
        foreach (var id in promises.Select(promise => promise.ConversationId).Distinct())
            if (await store.FindAsync(id, cancellation) is { } conversation)
                buyers[id] = new BuyerItem(conversation.BuyerId, conversation.BuyerName);
        return ConsoleJson.Answer(new
        {
            items = promises.Where(promise => buyers.ContainsKey(promise.ConversationId)).Select(promise =>
                new PromiseItem(promise.Id, promise.ConversationId, buyers[promise.ConversationId], promise.MadeBy, promise.Text, promise.At, promise.Deadline)),
        });
    }

    private sealed record PromiseItem(
        string Id, string ConversationId, BuyerItem Buyer, MessageAuthor MadeBy, string Text, DateTimeOffset At, DateTimeOffset Deadline);
}
