using ReplyBot.Desk.Live;

namespace ReplyBot.Desk;

internal sealed record EpochRequest(long? Epoch);

internal sealed record CloseRequest(long? Epoch, string? Outcome, string? Tag);

internal sealed record TransferRequest(long? Epoch, string? ToAgentId, string? Note);

internal sealed record FollowUpRequest(long? Epoch, DateTimeOffset? DueAt, string? Note, string? ScriptId);

internal sealed record SendRequest(long? Epoch, string? Text, string? ClientId, string? SuggestionId, string? ScriptId);

internal sealed record CheckRequest(string? Text, string? Channel, string? ConversationId);

internal sealed record PresenceRequest(bool? Online, AwayReason? Reason, int? Seconds);
