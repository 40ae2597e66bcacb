namespace ReplyBot.Knowledge.Ranking;

/// <summary>A question whose answer is known, to learn ranking from.</summary>
/// <param name="Text">The buyer's words.</param>
/// <param name="Script">The script that answers.</param>
/// <param name="Document">The document of the index that is this text, to be looked past; -1 for none.</param>
/// <param name="Fold">Which part of the questions it belongs to; those of one text share it.</param>
internal sealed record RankingQuestion(string Text, string Script, int Document, int Fold);
