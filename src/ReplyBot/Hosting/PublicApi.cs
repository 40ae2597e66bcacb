using System.Text.Json.Serialization;

namespace ReplyBot.Hosting;

/// <summary>What other programs may build on: these endpoints, and no others, are in the OpenAPI document.</summary>
internal static class PublicApi
{
    /// <summary>Marks an endpoint as part of it.</summary>
    public const string Tag = "public";

    /// <summary>The media type of refusals (RFC 9457).</summary>
    public const string ProblemType = "application/problem+json";

    /// <summary>The document's name, and so its address <c>/openapi/v1.json</c>.</summary>
    private const string Document = "v1";

    /// <summary>Registers the document.</summary>
    public static IServiceCollection AddPublicApiDocument(this IServiceCollection services)
    {
        // Schemas are made from these options: numbers are numbers, not texts that could be read as such.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        return services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata
                .OfType<Microsoft.AspNetCore.Http.Metadata.ITagsMetadata>().Any(tags => tags.Tags.Contains(Tag));
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "ReplyBot";
                document.Info.Version = "1";
                document.Info.Description = "建议接口、网页会话凭证、Webhook 渠道和健康检查 / suggestions, web chat tokens, the webhook channel and health";
                // Where it is served depends on who serves it; the document is the same everywhere.
                document.Servers = [];
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Serves the document.</summary>
    public static void MapPublicApiDocument(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/openapi/{documentName}.json");
}
