namespace ReplyBot.Knowledge.Evaluation;

/// <summary>A query and the ids of the documents that it should find.</summary>
public sealed record RetrievalQuery(string Id, string Text, IReadOnlyList<string> Relevant);
