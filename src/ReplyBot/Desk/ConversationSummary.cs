using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Desk;

/// <summary>A conversation as a row of the console's lists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Buyer">The buyer.</param>
/// <param name="State">Who it is with.</param>
/// <param name="Agent">The agent who holds it, if one does.</param>
/// <param name="Epoch">The epoch that an agent's writes carry.</param>
/// <param name="WaitingSince">Since when the buyer waits for a human, while nobody holds the conversation.</param>
/// <param name="WaitingReason">Why a human is wanted.</param>
/// <param name="LastText">The newest message that the buyer wrote or saw; while the buyer waits, what the buyer wants.</param>
/// <param name="LastFrom">Who wrote it.</param>
/// <param name="LastAt">When something was last said.</param>
/// <param name="Unanswered">Whether somebody owes the buyer an answer: the buyer spoke last, or heard only 稍等 since.</param>
/// <param name="PromiseDeadline">Until when the buyer was told to wait, or is owed a reply; the earliest where there are several.</param>
/// <param name="PromiseAlertedAt">When the agent was last reminded of it, or the supervisor told; null before that.</param>
/// <param name="Emotion">What the buyer last felt, as far as it showed.</param>
/// <param name="Stage">Where the buyer is on the way from looking to reviewing.</param>
/// <param name="Lane">How much of a human the newest message needs: <c>simple</c>, <c>standard</c> or <c>unknown</c>; null before the first.</param>
/// <param name="AsksApproval">Whether a supervisor was asked to allow something and has not answered.</param>
/// <param name="OfferedTo">The id of the agent whose turn it is to take the waiting buyer.</param>
/// <param name="OfferedUntil">Until when the offer stands.</param>
public sealed record ConversationSummary(
    string Id,
    string Channel,
    BuyerItem Buyer,
    ConversationState State,
    AgentItem? Agent,
    long Epoch,
    DateTimeOffset? WaitingSince,
    HandoffReason? WaitingReason,
    string? LastText,
    MessageAuthor? LastFrom,
    DateTimeOffset LastAt,
    bool Unanswered,
    DateTimeOffset? PromiseDeadline,
    DateTimeOffset? PromiseAlertedAt,
    string? Emotion,
    string? Stage,
    string? Lane,
    bool AsksApproval,
    string? OfferedTo,
    DateTimeOffset? OfferedUntil);

/// <summary>A buyer in a row.</summary>
public sealed record BuyerItem(string Id, string? Name);

/// <summary>An agent in a row.</summary>
public sealed record AgentItem(string Id, string DisplayName);
