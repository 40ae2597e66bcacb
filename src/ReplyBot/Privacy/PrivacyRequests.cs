namespace ReplyBot.Privacy;

internal sealed record EraseRequest(string? Channel, string? BuyerId);
