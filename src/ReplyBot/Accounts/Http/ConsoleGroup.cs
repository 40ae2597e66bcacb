namespace ReplyBot.Accounts.Http;

/// <summary>Groups of endpoints that only the program's own pages call.</summary>
public static class ConsoleGroup
{
    /// <summary>Endpoints under a path: writes carry the antiforgery header, answers are kept by nobody.</summary>
    public static RouteGroupBuilder MapConsoleGroup(this IEndpointRouteBuilder endpoints, string path)
    {
        var group = endpoints.MapGroup(path);
        group.AddEndpointFilter(static (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        group.AddEndpointFilter<RouteGroupBuilder, AntiforgeryFilter>();
        return group;
    }
}
