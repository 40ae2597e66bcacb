namespace ReplyBot.Storage;

/// <summary>The database cannot be used; the message says why and what to do, in Chinese and English.</summary>
public sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);
