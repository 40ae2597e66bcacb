using ReplyBot.Accounts.Http;

namespace ReplyBot.Desk.Live;

/// <summary>
/// Lets only the program's own pages open the hub: browsers send cookies along with foreign sites' sockets and forbid those sites
/// nothing, but they always say where the page is from.
/// </summary>
internal sealed class OwnOriginFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Of(StatusCodes.Status403Forbidden, "只有本系统的页面可以连接", "Only the program's own pages may open the hub."));
    }
}
