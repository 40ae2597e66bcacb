using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReplyBot.BotFramework.DirectLine;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.DirectLine;

public class ConversationEndpointsTests
{
    private const string Generate = "/v3/directline/tokens/generate";
    private const string Refresh = "/v3/directline/tokens/refresh";
    private const string Conversations = "/v3/directline/conversations";

    [Fact]
    public async Task Generate_WhenSecretIsRight_BindsTheTokenToUserAndConversation()
    {
        await using var host = await TestHost.StartAsync();

        // Written as Microsoft's C# sample does, with capitals.
        var answer = await host.CallAsync(HttpMethod.Post, Generate, TestHost.Secret, new { User = new { Id = "dl_wang", Name = "王女士" } });

        answer.GetProperty("expires_in").GetInt32().ShouldBe(1800);
        var grant = (await host.Tokens.CheckAsync(answer.GetProperty("token").GetString()!)).Grant!;
        grant.ConversationId.ShouldBe(answer.GetProperty("conversationId").GetString());
        grant.UserId.ShouldBe("dl_wang");
        grant.UserName.ShouldBe("王女士");
    }

    [Fact]
    public async Task Generate_WhenNoUserIsNamed_MakesOne()
    {
        await using var host = await TestHost.StartAsync();

        var answer = await host.CallAsync(HttpMethod.Post, Generate, TestHost.Secret);

        (await host.Tokens.CheckAsync(answer.GetProperty("token").GetString()!)).Grant!.UserId.ShouldStartWith("dl_");
    }

    [Theory]
    [InlineData("""{"user":{"id":"wang"}}""")]
    [InlineData("""{"trustedOrigins":["shop.example"]}""")]
    [InlineData("""{"trustedOrigins":["https://shop.example/path"]}""")]
    [InlineData("""{"user":""")]
    [InlineData("[]")]
    public async Task Generate_WhenBodyIsWrong_Is400(string body)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.SendAsync(HttpMethod.Post, Generate, TestHost.Secret, new StringContent(body, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("wrong", 403)]
    public async Task Generate_WhenSecretIsMissingOrWrong_IsRefusedWithBothKindsOfError(string? secret, int status)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.SendAsync(HttpMethod.Post, Generate, secret);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("error").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("error").GetProperty("message").GetString().ShouldBe(problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Generate_WhenNoSecretIsConfigured_LetsNobodyIn()
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:Secret"] = "" });

        using var response = await host.SendAsync(HttpMethod.Post, Generate, "anything");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Generate_WhenATokenComesInsteadOfTheSecret_IsRefused()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        using var response = await host.SendAsync(HttpMethod.Post, Generate, open.Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Start_WhenCalledTwiceWithOneToken_CreatesThenResumes()
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Tokens.Issue(new("c1", "web", "dl_a")).Token;

        using var first = await host.SendAsync(HttpMethod.Post, Conversations, token, new { locale = "zh-CN" });
        using var second = await host.SendAsync(HttpMethod.Post, Conversations, token);

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await first.Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("conversationId").GetString().ShouldBe("c1");
        answer.GetProperty("streamUrl").GetString().ShouldStartWith($"ws://{new Uri(host.Address).Authority}/v3/directline/conversations/c1/stream?");
        (await host.Gateway.FindAsync("c1", default))!.ShouldBe(new("c1", "web", "dl_a", null, "zh-CN"));
    }

    [Fact]
    public async Task Start_WhenCalledWithTheSecret_BindsTheConversationToTheNamedUser()
    {
        await using var host = await TestHost.StartAsync();

        var answer = await host.CallAsync(HttpMethod.Post, Conversations, TestHost.Secret, new { user = new { id = "dl_site" } });

        (await host.Gateway.FindAsync(answer.GetProperty("conversationId").GetString()!, default))!.UserId.ShouldBe("dl_site");
    }

    [Fact]
    public async Task Refresh_WhenTokenCounts_GivesANewOneForTheSameConversation()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(15));

        var answer = await host.CallAsync(HttpMethod.Post, Refresh, open.Token);

        var token = answer.GetProperty("token").GetString()!;
        token.ShouldNotBe(open.Token);
        host.Time.Advance(TimeSpan.FromMinutes(20));
        (await host.Tokens.CheckAsync(token)).Grant!.ConversationId.ShouldBe(open.Id);
    }

    [Fact]
    public async Task Refresh_WhenTokenExpired_Is403TokenExpired()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(31));

        using var response = await host.SendAsync(HttpMethod.Post, Refresh, open.Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString().ShouldBe("TokenExpired");
    }

    [Fact]
    public async Task Reconnect_WhenConversationIsUnknown_Is404()
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Tokens.Issue(new("never-started", "web", "dl_a")).Token;

        using var response = await host.SendAsync(HttpMethod.Get, $"{Conversations}/never-started?watermark=", token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reconnect_WhenTokenIsForAnotherConversation_AnswersAlikeWhetherItExists()
    {
        await using var host = await TestHost.StartAsync();
        var mine = await host.OpenAsync();
        var other = await host.OpenAsync();

        using var existing = await host.SendAsync(HttpMethod.Get, $"{Conversations}/{other.Id}", mine.Token);
        using var invented = await host.SendAsync(HttpMethod.Get, $"{Conversations}/{DirectLineTokens.NewConversationId()}", mine.Token);

        existing.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await existing.Content.ReadAsStringAsync()).ShouldBe(await invented.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cors_WhenOriginIsConfigured_PreflightAllowsWhatClientsSend()
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:AllowedOrigins:0"] = "https://shop.example" });
        using var allowed = await PreflightAsync(host, "https://shop.example");
        using var foreign = await PreflightAsync(host, "https://evil.example");

        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://shop.example"]);
        allowed.Headers.GetValues("Access-Control-Allow-Headers").Single().ToLowerInvariant().ShouldContain("x-ms-bot-agent");
        foreign.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("https://other.example", false)]
    [InlineData(null, true)]
    public async Task Start_WhenTokenIsBoundToAnOrigin_OnlyThatPageMayUseIt(string? origin, bool allowed)
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:AllowedOrigins:0"] = "*" });
        var token = host.Tokens.Issue(new("c1", "web", "dl_a", Origins: ["https://shop.example"])).Token;
        using var request = new HttpRequestMessage(HttpMethod.Post, Conversations);
        request.Headers.Authorization = new("Bearer", token);
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(allowed ? HttpStatusCode.Created : HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> PreflightAsync(TestHost host, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, Conversations);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
        return host.Client.SendAsync(request);
    }
}
