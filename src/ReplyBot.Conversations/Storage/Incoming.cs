using System.Collections.Immutable;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Storage;

/// <summary>A buyer as a channel knows them.</summary>
public sealed record BuyerAddress(string Shop, string Channel, string ChannelAccount, string BuyerId);

/// <summary>What a conversation begins with.</summary>
/// <param name="Id">Its id, or null for a new unguessable one; an id that is there already is returned as it is.</param>
/// <param name="Buyer">The buyer.</param>
/// <param name="BuyerName">The name the channel shows.</param>
/// <param name="DeliveryAddress">Where pushed replies go, or null.</param>
/// <param name="At">When.</param>
public sealed record NewConversation(string? Id, BuyerAddress Buyer, string? BuyerName, string? DeliveryAddress, DateTimeOffset At);

/// <summary>A message of a buyer on its way into the store.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ClientId">The sender's own id of it, or null.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When it came.</param>
public sealed record IncomingMessage(string ConversationId, string? ClientId, string Text, DateTimeOffset At)
{
    /// <summary>Files sent along.</summary>
    public ImmutableArray<MessageFile> Files { get; init; } = [];

    /// <summary>What the channel sent along, in JSON.</summary>
    public string? ChannelData { get; init; }

    /// <summary>Where replies go from now on, or null to leave it.</summary>
    public string? DeliveryAddress { get; init; }

    /// <summary>The buyer's name from now on, or null to leave it.</summary>
    public string? BuyerName { get; init; }

    /// <summary>What the conversation begins with, should this be its first message; null where only known conversations are written to.</summary>
    public NewConversation? Opening { get; init; }
}

/// <summary>What became of a message.</summary>
public enum ReceiptOutcome
{
    Stored,
    Duplicate,
    UnknownConversation,
}

/// <summary>The answer to a buyer's message, before anything slow.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">The stored message; null when the conversation is unknown.</param>
public sealed record Receipt(ReceiptOutcome Outcome, Message? Message);
