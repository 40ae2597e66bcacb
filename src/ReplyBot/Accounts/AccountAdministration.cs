using ReplyBot.Accounts.Http;
using ReplyBot.Audit;
using ReplyBot.Conversations.Serving;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Accounts;

/// <summary><c>/api/accounts</c>: supervisors keep the accounts.</summary>
internal static class AccountAdministration
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapConsoleGroup("/api/accounts").RequireAuthorization(Policies.Supervisor);
        group.MapGet("", ListAsync);
        group.MapPost("", CreateAsync);
        group.MapGet("/skills", (IServingBase serving) => ConsoleJson.Answer(new { items = Skills(serving) }));
        group.MapPost("/{id}/disable", DisableAsync);
        group.MapPost("/{id}/enable", EnableAsync);
        group.MapPost("/{id}/skills", SetSkillsAsync);
        group.MapPost("/{id}/roles", SetRolesAsync);
    }

    private static async Task<IResult> ListAsync(AccountStore accounts, CancellationToken cancellation) =>
        ConsoleJson.Answer((await accounts.ListAsync(cancellation)).Select(AccountItem.Of));

    private static async Task<IResult> CreateAsync(HttpContext http, AccountStore accounts, AccountMaker maker, AuditLog audit)
    {
        var (request, problem) = await JsonBody.ReadAsync<NewAccountRequest>(http);
        if (request is null)
            return problem!;
        var errors = AccountRules.CheckNames(request.Name, request.DisplayName).CheckRoles(request.Roles).CheckPassword("password", request.Password, request.Name);
        if (errors.Any)
            return Problems.Invalid(errors);
        var account = maker.Make(request.Name!, request.DisplayName!, request.Roles!, request.Password!);
        if (await accounts.AddAsync(account, http.RequestAborted) != AccountOutcome.Done)
            return Problems.Invalid("name", "这个用户名已经有人用了 / another account has this name");
        await audit.WriteAsync(http.User.AccountId()!, AuditActions.AccountMade, account.Id, string.Join(' ', account.Roles), http.RequestAborted);
        return ConsoleJson.Answer(AccountItem.Of(account), StatusCodes.Status201Created);
    }

    private static async Task<IResult> DisableAsync(HttpContext http, string id, AccountStore accounts, AuditLog audit) =>
        await AnswerAsync(http, await accounts.DisableAsync(id, http.RequestAborted), audit, AuditActions.AccountDisabled, id);

    private static async Task<IResult> EnableAsync(HttpContext http, string id, AccountStore accounts, AuditLog audit) =>
        await AnswerAsync(http, await accounts.EnableAsync(id, http.RequestAborted), audit, AuditActions.AccountEnabled, id);

    /// <summary>What an agent is there for: journey stages and the catalogue's categories.</summary>
    private static async Task<IResult> SetSkillsAsync(HttpContext http, string id, AccountStore accounts, IServingBase serving, AuditLog audit)
    {
        var (request, problem) = await JsonBody.ReadAsync<SkillsRequest>(http);
        if (request is null)
            return problem!;
        var known = Skills(serving);
        if (request.Skills is not { } skills || skills.Except(known).Any())
            return Problems.Invalid("skills", $"只能从这些里选：{string.Join('、', known)} / must be among {string.Join(", ", known)}");
        return await AnswerAsync(http, await accounts.SetSkillsAsync(id, [.. skills.Distinct()], http.RequestAborted), audit, AuditActions.AccountSkills, id);
    }

    private static string[] Skills(IServingBase serving) =>
        [.. ScriptVocabulary.Stages.Where(stage => stage != "any"), .. serving.Current.Bundle.Content.Products.Select(product => product.Category).Distinct()];

    private static async Task<IResult> SetRolesAsync(HttpContext http, string id, AccountStore accounts, AuditLog audit)
    {
        var (request, problem) = await JsonBody.ReadAsync<RolesRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().CheckRoles(request.Roles);
        return errors.Any
            ? Problems.Invalid(errors)
            : await AnswerAsync(http, await accounts.SetRolesAsync(id, request.Roles!, http.RequestAborted), audit, AuditActions.RolesChanged, id, string.Join(' ', request.Roles!));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, AccountOutcome outcome, AuditLog audit, string action, string id, string detail = "")
    {
        switch (outcome)
        {
            case AccountOutcome.Done:
                await audit.WriteAsync(http.User.AccountId()!, action, id, detail, http.RequestAborted);
                return Results.NoContent();
            case AccountOutcome.LastSupervisor:
                return Problems.Of(StatusCodes.Status409Conflict, "至少要留一个能登录的主管", "This is the last supervisor who can sign in.");
            default:
                return Problems.NotFound("没有这个账号", "There is no account with this id.");
        }
    }
}
