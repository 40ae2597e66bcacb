using System.Collections.Immutable;
using System.Text.Json;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Storage;

/// <summary>A conversation with its open handoff as the database gives them.</summary>
internal sealed class ConversationRow
{
    /// <summary>Reads conversations (c) with their open handoff (h).</summary>
    public const string Select = """
        SELECT c.*, h.id AS handoff_id, h.opened_at, h.reason, h.summary, h.agent_id, h.lease_until, h.head_start, h.offered_to, h.offered_until, h.passed_by
        FROM conversations c LEFT JOIN handoffs h ON h.conversation_id = c.id AND h.closed_at IS NULL
        """;

    public required string Id { get; init; }
    public required string Shop { get; init; }
    public required string Channel { get; init; }
    public required string ChannelAccount { get; init; }
    public required string BuyerId { get; init; }
    public string? BuyerName { get; init; }
    public string? DeliveryAddress { get; init; }
    public int State { get; init; }
    public long Version { get; init; }
    public long LastSeq { get; init; }
    public long HandledSeq { get; init; }
    public long Epoch { get; init; }
    public required string Memory { get; init; }
    public long CreatedAt { get; init; }
    public int? LastFrom { get; init; }
    public string? LastText { get; init; }
    public long LastAt { get; init; }
    public string? HandoffId { get; init; }
    public long? OpenedAt { get; init; }
    public int? Reason { get; init; }
    public string? Summary { get; init; }
    public string? AgentId { get; init; }
    public long? LeaseUntil { get; init; }
    public long? HeadStart { get; init; }
    public string? OfferedTo { get; init; }
    public long? OfferedUntil { get; init; }
    public string? PassedBy { get; init; }
    public string? LastAgent { get; init; }

    public static string WriteMemory(ConversationMemory memory) => JsonSerializer.Serialize(memory, StoredJson.Options);

    public Conversation Read() => new()
    {
        Id = Id,
        Shop = Shop,
        Channel = Channel,
        ChannelAccount = ChannelAccount,
        BuyerId = BuyerId,
        BuyerName = BuyerName,
        DeliveryAddress = DeliveryAddress,
        State = (ConversationState)State,
        Version = Version,
        LastSeq = LastSeq,
        HandledSeq = HandledSeq,
        Epoch = Epoch,
        LastAgentId = LastAgent,
        Memory = JsonSerializer.Deserialize<ConversationMemory>(Memory, StoredJson.Options) ?? ConversationMemory.Empty,
        CreatedAt = StoredTime.Read(CreatedAt),
        LastFrom = (MessageAuthor?)LastFrom,
        LastText = LastText,
        LastAt = StoredTime.Read(LastAt),
        Handoff = HandoffId is null
            ? null
            : new Handoff(HandoffId, StoredTime.Read(OpenedAt!.Value), (HandoffReason)Reason!.Value, Summary!, AgentId, StoredTime.Read(LeaseUntil))
            {
                HeadStart = TimeSpan.FromMilliseconds(HeadStart!.Value),
                OfferedTo = OfferedTo,
                OfferedUntil = StoredTime.Read(OfferedUntil),
                PassedBy = PassedBy is null ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(PassedBy, StoredJson.Options),
            },
    };
}
