namespace ReplyBot.Storage;

/// <summary>Times as the database keeps them: milliseconds since 1970-01-01T00:00Z.</summary>
internal static class StoredTime
{
    public static long Write(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static long? Write(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time);

    public static DateTimeOffset? Read(long? time) => time is { } value ? Read(value) : null;
}
