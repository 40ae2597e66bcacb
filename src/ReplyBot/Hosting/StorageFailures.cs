using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace ReplyBot.Hosting;

/// <summary>Says 503 with Retry-After when the database cannot write or be reached, so that nobody takes a message for stored that is not.</summary>
public sealed class StorageFailures(ILogger<StorageFailures> log) : IExceptionHandler
{
    private const string SecondsToRetry = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not DbException failure)
            return false;
        log.LogError(failure, "The database failed with code {Code}", failure.SqlState ?? failure.ErrorCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
        httpContext.Response.Headers.RetryAfter = SecondsToRetry;
        await Results.Problem(title: "暂时存不下，请稍后再试", detail: "The database cannot store this at the moment; nothing was lost that was acknowledged before.", statusCode: StatusCodes.Status503ServiceUnavailable)
            .ExecuteAsync(httpContext);
        return true;
    }
}
