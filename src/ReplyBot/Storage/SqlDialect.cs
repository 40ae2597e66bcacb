namespace ReplyBot.Storage;

/// <summary>The few words in which the engines differ.</summary>
/// <param name="Identity">A key that counts up by itself.</param>
/// <param name="Bytes">A byte string.</param>
public sealed record SqlDialect(string Identity, string Bytes)
{
    public static readonly SqlDialect Sqlite = new("INTEGER PRIMARY KEY AUTOINCREMENT", "BLOB");

    /// <summary>Fills the engine's words into a migration.</summary>
    public string Fill(string sql) =>
        sql.Replace("{identity}", Identity, StringComparison.Ordinal).Replace("{bytes}", Bytes, StringComparison.Ordinal);
}
