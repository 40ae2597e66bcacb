using System.Globalization;
using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Desk.Live;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Bulletins;

/// <summary>Bulletins on platforms' rules: everybody reads them, editors and supervisors write them and see who has read them.</summary>
internal static class BulletinEndpoints
{
    private const int LongestTitle = 80;
    private const int LongestText = 4000;

    private static readonly IResult Unknown = Problems.NotFound("没有这条公告", "There is no such bulletin.");

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapConsoleGroup("/api/bulletins").RequireAuthorization(Policies.SignedIn);
        group.MapGet("", ListAsync);
        group.MapGet("/unread", UnreadAsync);
        group.MapPost("/{id:long}/read", ConfirmAsync);
        group.MapPost("", WriteAsync).RequireAuthorization(Policies.Bulletins);
        group.MapPost("/{id:long}/withdraw", WithdrawAsync).RequireAuthorization(Policies.Bulletins);
    }

    private static async Task<IResult> ListAsync(HttpContext http, BulletinStore bulletins, AccountStore accounts)
    {
        var receipts = (await bulletins.ReceiptsAsync(http.RequestAborted)).ToLookup(receipt => receipt.BulletinId);
        var watches = http.User.IsInRole(Roles.Editor) || http.User.IsInRole(Roles.Supervisor);
        var people = watches ? await accounts.ListAsync(http.RequestAborted) : [];
        var me = http.User.AccountId()!;
        return ConsoleJson.Answer(new
        {
            items = (await bulletins.ListAsync(http.RequestAborted)).Select(bulletin => new BulletinItem(
                bulletin,
                receipts[bulletin.Id].FirstOrDefault(receipt => receipt.AccountId == me)?.ReadAt,
                watches ? ReadersOf(receipts[bulletin.Id].ToDictionary(receipt => receipt.AccountId, receipt => receipt.ReadAt, StringComparer.Ordinal), people) : null)),
        });
    }

    /// <summary>The agents who have to read it, and whoever has read it besides: those who have not yet first.</summary>
    private static IReadOnlyList<ReaderItem> ReadersOf(Dictionary<string, DateTimeOffset> read, IReadOnlyList<Account> people) =>
    [
        .. people.Where(account => read.ContainsKey(account.Id) || (account.DisabledAt is null && account.Roles.Contains(Roles.Agent)))
            .Select(account => new ReaderItem(account.Id, account.DisplayName, read.TryGetValue(account.Id, out var at) ? at : null))
            .OrderBy(reader => reader.ReadAt ?? DateTimeOffset.MinValue),
    ];

    private static async Task<IResult> UnreadAsync(HttpContext http, BulletinStore bulletins) =>
        ConsoleJson.Answer(new { items = await bulletins.UnreadAsync(http.User.AccountId()!, http.RequestAborted) });

    private static async Task<IResult> ConfirmAsync(HttpContext http, long id, BulletinStore bulletins) =>
        await bulletins.ConfirmAsync(id, http.User.AccountId()!, http.RequestAborted) ? Results.NoContent() : Unknown;

    private static async Task<IResult> WriteAsync(HttpContext http, BulletinStore bulletins, DeskLines lines)
    {
        var (request, problem) = await JsonBody.ReadAsync<NewBulletinRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("title", request.Title).Require("text", request.Text);
        if (request.Title?.Length > LongestTitle)
            errors.Add("title", $"最多 {LongestTitle} 个字符 / at most {LongestTitle} characters");
        if (request.Text?.Length > LongestText)
            errors.Add("text", $"最多 {LongestText} 个字符 / at most {LongestText} characters");
        if (request.Channel is { } channel && !ScriptVocabulary.Channels.Contains(channel))
            errors.Add("channel", "没有这个平台 / there is no such platform");
        if (!DateOnly.TryParseExact(request.EffectiveOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            errors.Add("effectiveOn", "日期写成 2026-01-31 / write a day as 2026-01-31");
        if (errors.Any)
            return Problems.Invalid(errors);
        var written = await bulletins.WriteAsync(new NewBulletin(request.Channel, request.Title!.Trim(), request.Text!.ReplaceLineEndings("\n").Trim(), day), http.User.Agent(), http.RequestAborted);
        // Consoles of other nodes see it when their line comes up again or somebody goes online.
        lines.Post(new DeskNews("bulletinWritten", new { id = written.Id }));
        return ConsoleJson.Answer(written, StatusCodes.Status201Created);
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, long id, BulletinStore bulletins) =>
        await bulletins.WithdrawAsync(id, http.User.AccountId()!, http.RequestAborted) ? Results.NoContent() : Unknown;

    private sealed record NewBulletinRequest(string? Channel, string? Title, string? Text, string? EffectiveOn);

    /// <summary>A bulletin as the page lists it.</summary>
    /// <param name="Bulletin">The bulletin.</param>
    /// <param name="ReadAt">When whoever asks has read it.</param>
    /// <param name="Readers">Who has and has not read it; null for whoever does not watch over that.</param>
    private sealed record BulletinItem(Bulletin Bulletin, DateTimeOffset? ReadAt, IReadOnlyList<ReaderItem>? Readers);

    private sealed record ReaderItem(string Id, string DisplayName, DateTimeOffset? ReadAt);
}
