using ReplyBot.Storage;

namespace ReplyBot.Board;

/// <summary>Puts the supervisor's board into the program.</summary>
public static class BoardRegistration
{
    /// <summary>Registers the board.</summary>
    public static IServiceCollection AddBoard(this IServiceCollection services) => services.AddSingleton<EventLog>().AddSingleton<ForecastReader>();

    /// <summary>Maps <c>/api/board</c>.</summary>
    public static void MapBoard(this IEndpointRouteBuilder endpoints) => BoardEndpoints.Map(endpoints);
}
