using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Hosting;

namespace ReplyBot.SuggestionsApi;

/// <summary><c>POST /api/v1/suggestions</c>: what <c>suggest --json</c> says, over HTTP, for desks that only want suggestions. Nothing is stored.</summary>
public static class SuggestionEndpoints
{
    internal const int LongestText = 4000;
    private const string UsualChannel = "web";
    private const int UsualTop = 3;
    private const int MostTop = 20;

    /// <summary>Registers the keys.</summary>
    public static IServiceCollection AddSuggestionsApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ApiKeyGate>();
        return services;
    }

    /// <summary>Maps it.</summary>
    public static void MapSuggestionsApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/v1/suggestions", (Delegate)SuggestAsync)
            .RequireRateLimiting(RateLimits.Suggestions)
            .DisableAntiforgery()
            .WithTags(PublicApi.Tag)
            .WithName("suggest")
            .WithSummary("意图、情绪、决定和建议话术 / intent, emotion, decision and suggested replies for what a buyer said")
            .WithDescription("Bearer 后是 replybot keys add 给出的密钥 / the bearer token is a key made by `replybot keys add NAME`.")
            .Accepts<SuggestionRequest>("application/json")
            .Produces<SuggestLine>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, PublicApi.ProblemType);

    private static async Task<IResult> SuggestAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (CallerKeys.Credential(http) is not { } key || !await services.GetRequiredService<ApiKeyGate>().AdmitsAsync(key, http.RequestAborted))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, "缺少有效的密钥", "The Authorization header must be 'Bearer' and a key that counts.");
        }
        var (request, problem) = await JsonBody.ReadAsync<SuggestionRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors().Require("text", request.Text);
        if (request.Text?.Length > LongestText)
            errors.Add("text", $"最多 {LongestText} 个字符 / at most {LongestText} characters");
        if (request.Top is < 1 or > MostTop)
            errors.Add("top", $"应在 1 到 {MostTop} 之间 / must be from 1 to {MostTop}");
        var serving = services.GetRequiredService<IServingBase>().Current;
        var channel = string.IsNullOrEmpty(request.Channel) ? UsualChannel : request.Channel;
        var platforms = serving.Bundle.Content.Platforms;
        if (platforms.Count > 0 && platforms.All(platform => platform.Id != channel))
            errors.Add("channel", $"没有这个渠道，可选 {string.Join('、', platforms.Select(platform => platform.Id))} / there is no such channel");
        if (errors.Any)
            return Problems.Invalid(errors);

        var started = Stopwatch.GetTimestamp();
        var top = request.Top ?? UsualTop;
        var now = services.GetRequiredService<ShopClock>().Local(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var context = new AdviceContext(channel, now, ConversationMemory.Empty) { Top = Math.Max(top, 5) };
        var advice = services.GetRequiredService<ReplyAdvisor>().Advise(serving, request.Text!, context);
        var facts = new SlotFacts(serving.Bundle.Content, null, null, request.Text!, default, now);
        // Written in one piece of known length: a desk asks for thousands of these.
        return Results.Text(JsonSerializer.SerializeToUtf8Bytes(SuggestLine.Of(request.Text!, advice, facts, top, Stopwatch.GetElapsedTime(started)), SuggestJson.Options), "application/json; charset=utf-8");
    }
}
