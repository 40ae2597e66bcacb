using System.Text.Json;
using ReplyBot.Storage;

namespace ReplyBot.Accounts;

/// <summary>An account as the database keeps it.</summary>
internal sealed class AccountRow
{
    public const string Insert = """
        INSERT INTO accounts (id, name, display_name, password_hash, roles, created_at, external_id)
        VALUES (@Id, @Name, @DisplayName, @PasswordHash, @Roles, @CreatedAt, @ExternalId)
        ON CONFLICT (name) DO NOTHING
        """;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string DisplayName { get; init; }
    public required string PasswordHash { get; init; }
    public required string Roles { get; init; }
    public long CreatedAt { get; init; }
    public long? DisabledAt { get; init; }
    public string? Skills { get; init; }
    public string? ExternalId { get; init; }

    public static AccountRow Of(Account account) => new()
    {
        Id = account.Id,
        Name = account.Name,
        DisplayName = account.DisplayName,
        PasswordHash = account.PasswordHash,
        Roles = Write(account.Roles),
        CreatedAt = StoredTime.Write(account.CreatedAt),
        DisabledAt = StoredTime.Write(account.DisabledAt),
        ExternalId = account.ExternalId,
    };

    /// <summary>Roles as they are kept.</summary>
    public static string Write(IEnumerable<string> roles) => JsonSerializer.Serialize(roles, StoredJson.Options);

    public Account Read() => new(Id, Name, DisplayName, JsonSerializer.Deserialize<string[]>(Roles, StoredJson.Options) ?? [], StoredTime.Read(CreatedAt))
    {
        PasswordHash = PasswordHash,
        DisabledAt = StoredTime.Read(DisabledAt),
        Skills = Skills is null ? [] : JsonSerializer.Deserialize<string[]>(Skills, StoredJson.Options) ?? [],
        ExternalId = ExternalId,
    };
}
