using System.Text.Json.Nodes;

namespace ReplyBot.Tests.Security;

/// <summary>The served description of the public interface is the committed one, and has nothing of the console in it.</summary>
public class OpenApiDocumentTests
{
    private static readonly string Committed = Path.Combine(Repository.Root, "docs", "openapi.json");

    [Fact]
    public async Task Document_IsTheCommittedOne()
    {
        await using var host = await RunningHost.StartAsync();
        var served = await host.Http.GetStringAsync("/openapi/v1.json");
        JsonNode.DeepEquals(JsonNode.Parse(served), JsonNode.Parse(await File.ReadAllTextAsync(Committed)))
            .ShouldBeTrue($"The public interface changed. If that is meant, store what GET /openapi/v1.json serves in {Committed}:\n{served}");
    }

    [Fact]
    public async Task Document_DescribesThePublicEndpointsAndNoOther()
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Committed))!;
        document["paths"]!.AsObject().Select(path => path.Key)
            .ShouldBe(["/healthz/live", "/healthz/ready", "/webchat/token", "/api/v1/webhooks/{channel}", "/api/v1/suggestions"], ignoreOrder: true);
    }
}
