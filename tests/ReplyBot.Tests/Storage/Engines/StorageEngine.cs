namespace ReplyBot.Tests.Storage.Engines;

/// <summary>The engines that every storage test runs on.</summary>
public enum StorageEngine
{
    Sqlite,
    Postgres,
}
