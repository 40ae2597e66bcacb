using ReplyBot.Accounts.Http;

namespace ReplyBot.Accounts;

/// <summary><c>/api/accounts</c>: supervisors keep the accounts.</summary>
internal static class AccountAdministration
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapConsoleGroup("/api/accounts").RequireAuthorization(Policies.Supervisor);
        group.MapGet("", ListAsync);
        group.MapPost("", CreateAsync);
        group.MapPost("/{id}/disable", DisableAsync);
        group.MapPost("/{id}/enable", EnableAsync);
    }

    private static async Task<IResult> ListAsync(AccountStore accounts, CancellationToken cancellation) =>
        ConsoleJson.Answer((await accounts.ListAsync(cancellation)).Select(AccountItem.Of));

    private static async Task<IResult> CreateAsync(HttpContext http, AccountStore accounts, AccountMaker maker)
    {
        var (request, problem) = await JsonBody.ReadAsync<NewAccountRequest>(http);
        if (request is null)
            return problem!;
        var errors = AccountRules.CheckNames(request.Name, request.DisplayName).CheckRoles(request.Roles).CheckPassword("password", request.Password, request.Name);
        if (errors.Any)
            return Problems.Invalid(errors);
        var account = maker.Make(request.Name!, request.DisplayName!, request.Roles!, request.Password!);
        return await accounts.AddAsync(account, http.RequestAborted) == AccountOutcome.Done
            ? ConsoleJson.Answer(AccountItem.Of(account), StatusCodes.Status201Created)
            : Problems.Invalid("name", "这个用户名已经有人用了 / another account has this name");
    }

    private static async Task<IResult> DisableAsync(string id, AccountStore accounts, CancellationToken cancellation) =>
        Answer(await accounts.DisableAsync(id, cancellation));

    private static async Task<IResult> EnableAsync(string id, AccountStore accounts, CancellationToken cancellation) =>
        Answer(await accounts.EnableAsync(id, cancellation));

    private static IResult Answer(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Done => Results.NoContent(),
        AccountOutcome.LastSupervisor => Problems.Of(StatusCodes.Status409Conflict, "不能停用最后一个主管账号", "This is the last supervisor who can sign in."),
        _ => Problems.NotFound("没有这个账号", "There is no account with this id."),
    };
}
