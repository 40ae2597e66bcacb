using System.Net;

namespace ReplyBot.Tests.Security;

/// <summary>Headers that every answer carries, whoever asks for what.</summary>
public class ProtectiveHeadersTests
{
    [Theory]
    [InlineData("/healthz/live", HttpStatusCode.OK)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/api/desk/conversations", HttpStatusCode.Unauthorized)]
    [InlineData("/v3/directline/conversations/some/activities", HttpStatusCode.Unauthorized)]
    [InlineData("/api/account/me", HttpStatusCode.OK)]
    public async Task Answer_WhateverIsAsked_LetsNothingLoadOrFrame(string address, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync();
        using var answer = await host.Http.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(status);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["SAMEORIGIN"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }
}
