using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ReplyBot.Hosting;

/// <summary>Says 503 with Retry-After when the database cannot write, so that nobody takes a message for stored that is not.</summary>
public sealed class StorageFailures(ILogger<StorageFailures> log) : IExceptionHandler
{
    private const string SecondsToRetry = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not SqliteException failure)
            return false;
        log.LogError(failure, "The database failed with code {Code}", failure.SqliteExtendedErrorCode);
        httpContext.Response.Headers.RetryAfter = SecondsToRetry;
        await Results.Problem(title: "暂时存不下，请稍后再试", detail: "The database cannot store this at the moment; nothing was lost that was acknowledged before.", statusCode: StatusCodes.Status503ServiceUnavailable)
            .ExecuteAsync(httpContext);
        return true;
    }
}
