namespace ReplyBot.Knowledge.Search;

/// <summary>One text of a script.</summary>
/// <param name="Script">The script's place in the bundle.</param>
/// <param name="Field">Which of its fields the text is from.</param>
/// <param name="Text">The text.</param>
/// <param name="Normalized">The text in the form in which it is compared.</param>
internal readonly record struct ScriptDocument(int Script, ScriptField Field, string Text, string Normalized);
