using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;

namespace ReplyBot.Desk.Shelf;

/// <summary>What an agent has at hand: favourites, the last used, replies of one's own. Everybody reads and changes only their own.</summary>
internal static class ShelfEndpoints
{
    private const int LongestTitle = 60;
    private const int LongestText = 2000;

    public static void Map(IEndpointRouteBuilder desk)
    {
        var shelf = desk.MapGroup("/shelf");
        shelf.MapGet("", ReadAsync);
        shelf.MapPost("/favourites", MarkAsync);
        shelf.MapPost("/used", UsedAsync);
        shelf.MapPost("/own", AddAsync);
        shelf.MapPut("/own/{id}", ChangeAsync);
        shelf.MapDelete("/own/{id}", RemoveAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, string? channel, ScriptShelf shelf, ScriptItems scripts)
    {
        var kept = await shelf.ReadAsync(http.User.AccountId()!, http.RequestAborted);
        var sayable = scripts.Sayable(channel).ToDictionary(script => script.Id, StringComparer.Ordinal);
        var facts = scripts.Facts(http);
        IEnumerable<ScriptItem> Items(IEnumerable<string> ids) => ids.Where(sayable.ContainsKey).Select(id => ScriptItems.Of(sayable[id], facts));
        return ConsoleJson.Answer(new { favourites = Items(kept.Favourites), recent = Items(kept.Recent), kept.Own });
    }

    private static async Task<IResult> MarkAsync(HttpContext http, ScriptShelf shelf, ScriptItems scripts)
    {
        var (request, problem) = await JsonBody.ReadAsync<MarkRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.ScriptId is null || scripts.Content.FindScript(request.ScriptId) is null)
            errors.Add("scriptId", "没有这条话术 / there is no such script");
        if (request.Favourite is null)
            errors.Add("favourite", "必须是 true 或 false / must be true or false");
        if (errors.Any)
            return Problems.Invalid(errors);
        await shelf.MarkAsync(http.User.AccountId()!, request.ScriptId!, request.Favourite!.Value, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> UsedAsync(HttpContext http, ScriptShelf shelf, ScriptItems scripts)
    {
        var (request, problem) = await JsonBody.ReadAsync<UsedRequest>(http);
        if (request is null)
            return problem!;
        var agent = http.User.AccountId()!;
        if (request.OwnId is { } own)
            await shelf.OwnUsedAsync(agent, own, http.RequestAborted);
        else if (request.ScriptId is { } script && scripts.Content.FindScript(script) is not null)
            await shelf.UsedAsync(agent, script, http.RequestAborted);
        else
            return Problems.Invalid("scriptId", "没有这条话术 / there is no such script");
        return Results.NoContent();
    }

    private static async Task<IResult> AddAsync(HttpContext http, ScriptShelf shelf, TimeProvider clock)
    {
        var (script, problem) = await ReadScriptAsync(http, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
        if (script is null)
            return problem!;
        return await shelf.AddAsync(http.User.AccountId()!, script, http.RequestAborted)
            ? ConsoleJson.Answer(script, StatusCodes.Status201Created)
            : Problems.Of(StatusCodes.Status409Conflict, "个人话术已满，请先删掉不用的", "There are too many replies of your own; remove some first.");
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, string id, ScriptShelf shelf)
    {
        var (script, problem) = await ReadScriptAsync(http, id);
        if (script is null)
            return problem!;
        return await shelf.ChangeAsync(http.User.AccountId()!, script, http.RequestAborted) ? ConsoleJson.Answer(script) : Unknown;
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, string id, ScriptShelf shelf) =>
        await shelf.RemoveAsync(http.User.AccountId()!, id, http.RequestAborted) ? Results.NoContent() : Unknown;

    private static IResult Unknown => Problems.NotFound("没有这条个人话术", "You have no reply of your own with this id.");

    private static async Task<(OwnScript? Script, IResult? Problem)> ReadScriptAsync(HttpContext http, string id)
    {
        var (request, problem) = await JsonBody.ReadAsync<OwnRequest>(http);
        if (request is null)
            return (null, problem);
        var errors = new FieldErrors().Require("title", request.Title).Require("text", request.Text);
        if (request.Title?.Length > LongestTitle)
            errors.Add("title", $"最多 {LongestTitle} 个字符 / at most {LongestTitle} characters");
        if (request.Text?.Length > LongestText)
            errors.Add("text", $"最多 {LongestText} 个字符 / at most {LongestText} characters");
        return errors.Any ? (null, Problems.Invalid(errors)) : (new OwnScript(id, request.Title!.Trim(), request.Text!.Trim()), null);
    }

    private sealed record MarkRequest(string? ScriptId, bool? Favourite);

    private sealed record UsedRequest(string? ScriptId, string? OwnId);

    private sealed record OwnRequest(string? Title, string? Text);
}
