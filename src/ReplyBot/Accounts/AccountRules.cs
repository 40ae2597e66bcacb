using ReplyBot.Accounts.Http;

namespace ReplyBot.Accounts;

/// <summary>What names and passwords must be like.</summary>
public static class AccountRules
{
    private const int ShortestName = 2;
    private const int LongestName = 32;
    private const int ShortestPassword = 8;

    /// <summary>Long passwords cost hashing time; nobody types one this long.</summary>
    private const int LongestPassword = 128;

    /// <summary>A name as it is kept and compared.</summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().ToLowerInvariant();
    }

    /// <summary>Checks the names of a new account.</summary>
    public static FieldErrors CheckNames(string? name, string? displayName)
    {
        var errors = new FieldErrors().Require("name", name).Require("displayName", displayName);
        if (errors.Any)
            return errors;
        var normalized = Normalize(name!);
        if (normalized.Length is < ShortestName or > LongestName)
            errors.Add("name", $"用户名须为 {ShortestName} 到 {LongestName} 个字符 / {ShortestName} to {LongestName} characters");
        if (!normalized.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@'))
            errors.Add("name", "用户名只能用文字、数字和 . - _ @ / letters, digits and . - _ @ only");
        if (displayName!.Trim().Length > LongestName || displayName.Any(char.IsControl))
            errors.Add("displayName", $"显示名最多 {LongestName} 个字符，不能有控制字符 / at most {LongestName} characters, no control characters");
        return errors;
    }

    /// <summary>Checks the roles of a new account.</summary>
    public static FieldErrors CheckRoles(this FieldErrors errors, IReadOnlyCollection<string>? roles)
    {
        if (roles is not { Count: > 0 } || roles.Any(role => !Roles.All.Contains(role)))
            errors.Add("roles", "至少选一个角色：agent、editor、supervisor / at least one of agent, editor, supervisor");
        return errors;
    }

    /// <summary>Checks a new password.</summary>
    public static FieldErrors CheckPassword(this FieldErrors errors, string field, string? password, string? name)
    {
        if (password is null || password.Length < ShortestPassword)
            errors.Add(field, $"密码至少 {ShortestPassword} 个字符 / at least {ShortestPassword} characters");
        else if (password.Length > LongestPassword)
            errors.Add(field, $"密码最多 {LongestPassword} 个字符 / at most {LongestPassword} characters");
        else if (name is not null && Normalize(password) == Normalize(name))
            errors.Add(field, "密码不能和用户名相同 / must not be the name");
        return errors;
    }
}
