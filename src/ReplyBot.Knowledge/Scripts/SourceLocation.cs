namespace ReplyBot.Knowledge.Scripts;

/// <summary>A place in a file of the knowledge base.</summary>
/// <param name="File">The path below the knowledge base, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
public readonly record struct SourceLocation(string File, int Line, int Column);
