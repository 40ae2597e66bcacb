namespace ReplyBot.Bulletins;

/// <summary>Puts the bulletins on platforms' rules into the program.</summary>
public static class BulletinsRegistration
{
    /// <summary>Registers the bulletins.</summary>
    public static IServiceCollection AddBulletins(this IServiceCollection services) => services.AddSingleton<BulletinStore>();

    /// <summary>Maps <c>/api/bulletins</c>.</summary>
    public static void MapBulletins(this IEndpointRouteBuilder endpoints) => BulletinEndpoints.Map(endpoints);
}
