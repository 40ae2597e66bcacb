namespace ReplyBot.BotFramework.Handoff;

/// <summary>What an agent hub is told when a buyer is handed over.</summary>
/// <param name="Reason">Why, as the program's own code for it.</param>
/// <param name="Intent">The intent of the buyer's last message.</param>
/// <param name="Emotion">The buyer's emotion.</param>
/// <param name="Skill">The kind of agent who is needed.</param>
public sealed record HandoffContext(string Reason, string? Intent = null, string? Emotion = null, string? Skill = null);
