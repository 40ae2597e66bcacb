using System.Text.Json;
using ReplyBot.Storage;

namespace ReplyBot.Accounts;

/// <summary>An account as the database keeps it.</summary>
internal sealed class AccountRow
{
    public const string Insert = """
        INSERT INTO accounts (id, name, display_name, password_hash, roles, stamp, created_at)
        VALUES (@Id, @Name, @DisplayName, @PasswordHash, @Roles, @Stamp, @CreatedAt)
        ON CONFLICT (name) DO NOTHING
        """;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string DisplayName { get; init; }
    public required string PasswordHash { get; init; }
    public required string Roles { get; init; }
    public required string Stamp { get; init; }
    public long CreatedAt { get; init; }
    public long? DisabledAt { get; init; }
    public string? Skills { get; init; }

    public static AccountRow Of(Account account) => new()
    {
        Id = account.Id,
        Name = account.Name,
        DisplayName = account.DisplayName,
        PasswordHash = account.PasswordHash,
        Roles = JsonSerializer.Serialize(account.Roles, StoredJson.Options),
        Stamp = account.Stamp,
        CreatedAt = StoredTime.Write(account.CreatedAt),
        DisabledAt = StoredTime.Write(account.DisabledAt),
    };

    public Account Read() => new(Id, Name, DisplayName, JsonSerializer.Deserialize<string[]>(Roles, StoredJson.Options) ?? [], StoredTime.Read(CreatedAt))
    {
        PasswordHash = PasswordHash,
        Stamp = Stamp,
        DisabledAt = StoredTime.Read(DisabledAt),
        Skills = Skills is null ? [] : JsonSerializer.Deserialize<string[]>(Skills, StoredJson.Options) ?? [],
    };
}
