using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.SuggestionsApi;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.SuggestionsApi;

public class SuggestionEndpointsTests
{
    private const string Configured = "a-key-that-the-environment-holds";

    [Fact]
    public async Task Suggest_WithAKeyThatCounts_AnswersAsTheCommandLineDoes()
    {
        await using var host = await RunningHost.StartAsync($"SuggestionsApi:Keys:0={Configured}");
        using var answer = await AskAsync(host, Configured, new { text = "付款后多久发货？", top = 2 });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var line = await answer.Content.ReadFromJsonAsync<JsonElement>();
        line.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["text", "intent", "alternatives", "emotion", "decision", "suggestions", "elapsedMicroseconds"]);
        line.GetProperty("suggestions")[0].GetProperty("scriptId").GetString().ShouldBe("ship.time.standard");
        line.GetProperty("suggestions").GetArrayLength().ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Suggest_WhenAFactIsMissing_ShowsABlankAndNamesIt()
    {
        await using var host = await RunningHost.StartAsync($"SuggestionsApi:Keys:0={Configured}");
        using var answer = await AskAsync(host, Configured, new { text = "怎么退货？" });
        var suggestions = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("suggestions").EnumerateArray().ToList();
        var best = suggestions.Single(suggestion => suggestion.GetProperty("scriptId").GetString() == "return.how.standard");
        best.GetProperty("text").GetString().ShouldBe("亲，订单____里点申请退货就可以。");
        best.GetProperty("openSlots").EnumerateArray().Select(slot => slot.GetString()).ShouldBe(["order.number"]);
        foreach (var other in suggestions.Where(suggestion => suggestion.GetProperty("scriptId").GetString() == "ship.time.standard"))
            (other.GetProperty("text").GetString(), other.GetProperty("openSlots").GetArrayLength()).ShouldBe(("亲，付款后24小时内发出。", 0));
    }

    [Fact]
    public async Task Suggest_WithAMadeKey_CountsUntilItIsRevoked()
    {
        await using var host = await RunningHost.StartAsync();
        var keys = host.Services.GetRequiredService<ApiKeyStore>();
        var key = await keys.MakeAsync("crm", CancellationToken.None);
        (await keys.MakeAsync("crm", CancellationToken.None)).ShouldBeNull();
        using (var answer = await AskAsync(host, key, new { text = "在吗" }))
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await keys.RevokeAsync("crm", CancellationToken.None)).ShouldBeTrue();
        using (var answer = await AskAsync(host, key, new { text = "在吗" }))
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await keys.ListAsync(CancellationToken.None)).ShouldHaveSingleItem().RevokedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rb_guess")]
    public async Task Suggest_WithoutAKeyThatCounts_Is401(string? key)
    {
        await using var host = await RunningHost.StartAsync($"SuggestionsApi:Keys:0={Configured}", "SuggestionsApi:Keys:1=");
        using var answer = await AskAsync(host, key, new { text = "在吗" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task Suggest_WhenFieldsAreWrong_NamesThem()
    {
        await using var host = await RunningHost.StartAsync($"SuggestionsApi:Keys:0={Configured}");
        using var answer = await AskAsync(host, Configured, new { text = " ", top = 21 });
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.EnumerateObject().Select(field => field.Name).ShouldBe(["text", "top"]);
    }

    [Fact]
    public async Task Suggest_WhenTheBodyIsTooLargeOrNoJson_IsRefused()
    {
        await using var host = await RunningHost.StartAsync($"SuggestionsApi:Keys:0={Configured}");
        using (var large = await AskAsync(host, Configured, new { text = new string('长', 300_000) }))
            large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using (var nested = await SendAsync(host, Configured, new StringContent(new string('[', 10_000), new MediaTypeHeaderValue("application/json"))))
            nested.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var form = await SendAsync(host, Configured, new StringContent("text=1"));
        form.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Suggest_WhenOneKeyAsksWithoutEnd_Is429AndAnotherIsServed()
    {
        await using var host = await RunningHost.StartAsync($"SuggestionsApi:Keys:0={Configured}", "SuggestionsApi:Keys:1=another", "RateLimits:SuggestionsPerSecond=2");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var answer = await AskAsync(host, Configured, new { text = "在吗" });
            statuses.Add(answer.StatusCode);
        }
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
        using var other = await AskAsync(host, "another", new { text = "在吗" });
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> AskAsync(RunningHost host, string? key, object body) => SendAsync(host, key, JsonContent.Create(body));

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string? key, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/suggestions") { Content = body };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await host.Http.SendAsync(request);
    }
}
