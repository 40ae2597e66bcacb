namespace ReplyBot.Editor.Scripts;

/// <summary>A text of the program in both languages, for whichever the page shows.</summary>
internal sealed record BilingualText(string Zh, string En);
