using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;

namespace ReplyBot.Tests.Security;

/// <summary>Who may call what, for every endpoint that the program serves: taken from its own list, so that a new one is covered or named here.</summary>
public class EndpointListTests
{
    /// <summary>Anybody may ask for these: pages, health, the description of the interface, a token for the own page.</summary>
    private static readonly string[] Open =
        ["/", "/console/{**path}", "/healthz/live", "/healthz/ready", "/webchat/token", "/openapi/{documentName}.json"];

    /// <summary>Signing in cannot ask for being signed in.</summary>
    private static readonly string[] OpenConsole = ["/api/account/me", "/api/account/first", "/api/account/first/link", "/api/account/sign-in", "/api/account/sign-out"];

    /// <summary>These ask for a credential of their own, which is no cookie and so nothing that a foreign page could use.</summary>
    private static readonly string[] WithCredential = ["/v3/directline/", "/api/v1/", "/api/messages"];

    private static readonly Dictionary<string, string[]> RolesOf = new()
    {
        [Policies.SignedIn] = [.. Roles.All],
        [Policies.Desk] = [Roles.Agent, Roles.Supervisor],
        [Policies.Editor] = [Roles.Editor],
        [Policies.Bulletins] = [Roles.Editor, Roles.Supervisor],
        [Policies.Supervisor] = [Roles.Supervisor],
    };

    [Fact]
    public async Task EveryEndpoint_IsOpenOnPurposeOrAsksForSomething()
    {
        await using var host = await RunningHost.StartAsync();
        foreach (var served in EndpointsOf(host).Where(served => !Open.Contains(served.Pattern) && !OpenConsole.Contains(served.Pattern)))
        {
            using var answer = await AskAsync(host, served);
            // What asks for no socket never gets as far as the ticket in a stream's address.
            if (!served.Pattern.EndsWith("/stream", StringComparison.Ordinal))
                answer.StatusCode.ShouldBeOneOf([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden], served.ToString());
        }
    }

    [Fact]
    public async Task EveryConsoleEndpoint_ForARoleThatItDoesNotName_Is403()
    {
        await using var host = await RunningHost.StartAsync();
        var console = ConsoleEndpointsOf(host).Where(served => !OpenConsole.Contains(served.Pattern)).ToList();
        console.Count.ShouldBeGreaterThan(15);
        foreach (var role in Roles.All)
        {
            var browser = await host.SignInAsync($"only-{role}", role);
            foreach (var served in console.Where(served => !served.Roles.Contains(role)))
            {
                var answer = await browser.SendAsync(served.Method, served.Path, served.IsWrite ? JsonContent.Create(new { }) : null);
                answer.Status.ShouldBe(403, $"{served} for {role}");
            }
        }
    }

    [Fact]
    public async Task EveryConsoleWrite_WithoutTheAntiforgeryHeader_Is400()
    {
        await using var host = await RunningHost.StartAsync();
        var browser = await host.SignInAsync("boss", [.. Roles.All]);
        browser.Proves = false;
        var writes = ConsoleEndpointsOf(host).Where(served => served.IsWrite && !served.Pattern.StartsWith("/hubs/", StringComparison.Ordinal)).ToList();
        writes.Count.ShouldBeGreaterThan(10);
        foreach (var served in writes)
        {
            var answer = await browser.SendAsync(served.Method, served.Path, JsonContent.Create(new { }));
            answer.Status.ShouldBe(400, served.ToString());
            answer.Body.GetProperty("detail").GetString()!.ShouldContain("X-XSRF-TOKEN", customMessage: served.ToString());
        }
    }

    [Fact]
    public async Task EveryHub_FromAForeignPage_Is403()
    {
        await using var host = await RunningHost.StartAsync();
        var browser = await host.SignInAsync("agent", Roles.Agent);
        var cookie = browser.Cookies.GetCookieHeader(host.Address);
        var hubs = EndpointsOf(host).Where(served => served.Pattern.StartsWith("/hubs/", StringComparison.Ordinal)).ToList();
        hubs.ShouldNotBeEmpty();
        foreach (var hub in hubs)
        {
            using var request = new HttpRequestMessage(hub.Method, hub.Path);
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Origin", "https://evil.example");
            using var answer = await host.Http.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, hub.ToString());
        }
    }

    [Fact]
    public async Task SignIn_WhenSixthWrongPasswordInFiveMinutes_Is429()
    {
        await using var host = await RunningHost.StartAsync();
        var browser = await host.VisitAsync();
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.PostAsync("/api/account/sign-in", new { name = "boss", password = "wrong horse" })).Status.ShouldBe(401);
        var sixth = await browser.PostAsync("/api/account/sign-in", new { name = "boss", password = "wrong horse" });
        sixth.Status.ShouldBe(429);
        sixth.Response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private static Task<HttpResponseMessage> AskAsync(RunningHost host, Served served)
    {
        var request = new HttpRequestMessage(served.Method, served.Path) { Content = served.IsWrite ? JsonContent.Create(new { }) : null };
        // Callers on this machine may use the channel endpoint without an app id; this one comes from elsewhere.
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        return host.Http.SendAsync(request);
    }

    private static List<Served> ConsoleEndpointsOf(RunningHost host) =>
        [.. EndpointsOf(host).Where(served => !Open.Contains(served.Pattern) && !WithCredential.Any(prefix => served.Pattern.StartsWith(prefix, StringComparison.Ordinal)))];

    private static IEnumerable<Served> EndpointsOf(RunningHost host) =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        let policy = endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["POST"]
        where method != "CONNECT"
        select new Served(HttpMethod.Parse(method), pattern, Regex.Replace(pattern.Replace("{id:long}", "1", StringComparison.Ordinal), @"\{[^}]*\}", "some-id"), policy is null ? [] : RolesOf[policy]);

    private sealed record Served(HttpMethod Method, string Pattern, string Path, string[] Roles)
    {
        public bool IsWrite => Method != HttpMethod.Get && Method != HttpMethod.Head;

        public override string ToString() => $"{Method} {Pattern}";
    }
}
