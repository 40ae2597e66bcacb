namespace ReplyBot.Knowledge.Scripts;

/// <summary>One way of saying a script's answer, with <c>{{source.field}}</c> slots.</summary>
/// <param name="Text">The template.</param>
/// <param name="Simpler">Whether it is the simpler explanation that a third ask of the same question gets.</param>
public sealed record Wording(string Text, bool Simpler = false);
