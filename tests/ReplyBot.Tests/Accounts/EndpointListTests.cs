using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Accounts;

/// <summary>What holds for every endpoint of the console, taken from the list of endpoints, so that a new one is covered.</summary>
public class EndpointListTests
{
    private static readonly string[] OpenToAll = ["/api/account/me", "/api/account/first", "/api/account/first/link", "/api/account/sign-in", "/api/account/sign-out"];

    [Fact]
    public async Task EveryWrite_WithoutTheAntiforgeryHeader_Is400()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.SignInAsync("boss", [.. Roles.All]);
        browser.Proves = false;
        var writes = EndpointsOf(console).Where(endpoint => endpoint.Method != HttpMethod.Get).ToList();
        writes.Count.ShouldBeGreaterThan(10);
        foreach (var (method, path) in writes)
        {
            var answer = await browser.SendAsync(method, path, JsonContent.Create(new { }));
            answer.Status.ShouldBe(400, path);
            answer.Body.GetProperty("detail").GetString()!.ShouldContain("X-XSRF-TOKEN", customMessage: path);
        }
    }

    [Fact]
    public async Task EveryEndpoint_WhenNobodyIsSignedIn_Is401()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.VisitAsync();
        await EveryAsync(console, browser, path => !OpenToAll.Contains(path), 401);
    }

    [Fact]
    public async Task EveryDeskEndpoint_ForAnEditor_Is403()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.SignInAsync("editor", Roles.Editor);
        await EveryAsync(console, browser, path => path.StartsWith("/api/desk", StringComparison.Ordinal), 403);
    }

    [Fact]
    public async Task EverySupervisorsEndpoint_ForAnAgent_Is403()
    {
        await using var console = await TestConsole.StartAsync();
        var browser = await console.SignInAsync("agent", Roles.Agent);
        await EveryAsync(console, browser, path => path.StartsWith("/api/accounts", StringComparison.Ordinal), 403);
    }

    private static async Task EveryAsync(TestConsole console, ConsoleClient browser, Func<string, bool> which, int status)
    {
        var chosen = EndpointsOf(console).Where(endpoint => which(endpoint.Path)).ToList();
        chosen.ShouldNotBeEmpty();
        foreach (var (method, path) in chosen)
        {
            var answer = await browser.SendAsync(method, path, method == HttpMethod.Get ? null : JsonContent.Create(new { }));
            answer.Status.ShouldBe(status, path);
            answer.Body.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    private static IEnumerable<(HttpMethod Method, string Path)> EndpointsOf(TestConsole console) =>
        from endpoint in console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{id}", "some-id", StringComparison.Ordinal).Replace("{id:long}", "1", StringComparison.Ordinal)
        where path.StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (HttpMethod.Parse(method), path);
}
