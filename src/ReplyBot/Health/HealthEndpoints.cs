using Dapper;
using ReplyBot.Conversations.Serving;
using ReplyBot.Hosting;
using ReplyBot.Storage;

namespace ReplyBot.Health;

/// <summary>Tells a supervisor of processes whether this one lives and whether it can serve.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/healthz/live</c> and <c>/healthz/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz/live", () => Results.Json(new { status = "live" }))
            .WithTags(PublicApi.Tag).WithName("live").WithSummary("进程在运行 / the process lives").Produces(StatusCodes.Status200OK);
        endpoints.MapGet("/healthz/ready", ReadyAsync)
            .WithTags(PublicApi.Tag).WithName("ready").WithSummary("可以接待 / a base is served and the database can be read")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Ready means: a base is served and the database can be read.</summary>
    private static async Task<IResult> ReadyAsync(IServingBase serving, IDatabase database, CancellationToken cancellation)
    {
        await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_versions"), cancellation);
        return Results.Json(new { status = "ready", @base = serving.Current.Bundle.Hash });
    }
}
