using System.Globalization;
using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;

namespace ReplyBot.Audit;

/// <summary><c>GET /api/audit</c>: supervisors read the audit log, newest first.</summary>
public static class AuditEndpoints
{
    private const int MostEntries = 500;
    private const int UsualEntries = 100;

    /// <summary>Maps it.</summary>
    public static void MapAudit(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapConsoleGroup("/api/audit").RequireAuthorization(Policies.Supervisor).MapGet("", ReadAsync);

    private static async Task<IResult> ReadAsync(HttpContext http, string? before, string? take, AuditLog audit)
    {
        var (oldest, count) = (long.MaxValue, UsualEntries);
        if (before is not null && !long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out oldest))
            return Problems.Invalid("before", "必须是条目编号 / must be an entry's id");
        if (take is not null && !int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out count))
            return Problems.Invalid("take", "必须是正整数 / must be a whole number above 0");
        return ConsoleJson.Answer(new { items = await audit.ReadAsync(oldest, Math.Clamp(count, 1, MostEntries), http.RequestAborted) });
    }
}
