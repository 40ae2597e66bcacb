namespace ReplyBot.Knowledge.Evaluation;

/// <summary>A document of a foreign corpus.</summary>
public sealed record RetrievalDocument(string Id, string Text);
