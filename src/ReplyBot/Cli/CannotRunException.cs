namespace ReplyBot.Cli;

/// <summary>A command cannot run; the message says what is wrong, where, and what to do, in Chinese and English. Exit code 2.</summary>
public sealed class CannotRunException(string message) : Exception(message);
