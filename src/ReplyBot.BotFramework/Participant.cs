namespace ReplyBot.BotFramework;

/// <summary>Somebody who speaks in a conversation.</summary>
/// <param name="Role">For which side.</param>
/// <param name="Id">Stable within the conversation.</param>
/// <param name="Name">The name that the buyer sees.</param>
public sealed record Participant(ParticipantRole Role, string Id, string? Name = null);
