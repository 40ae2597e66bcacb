namespace ReplyBot.Hosting;

/// <summary>Serves the buyer page and the console from the folder beside the program.</summary>
public static class WebPages
{
    private const string BuyerPage = "index.html";
    private const string ConsolePage = "console/index.html";

    /// <summary>Serves the pages; where they were not built, says how to build them.</summary>
    public static void Use(WebApplication app)
    {
        var pages = app.Environment.WebRootFileProvider;
        if (!pages.GetFileInfo(BuyerPage).Exists)
        {
            app.MapGet("/", () => Results.Problem(title: "网页没有构建", detail: "The web pages were left out of this build. Build without -p:BuildWeb=false (Node.js 20 is needed).", statusCode: StatusCodes.Status404NotFound));
            return;
        }
        app.Use(ProtectAsync);
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                // Built files carry a hash in their names; pages do not.
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.MapGet("/", (HttpContext http) => SendAsync(http, pages, BuyerPage));
        app.MapGet("/console/{**path}", (HttpContext http) => SendAsync(http, pages, ConsolePage));
    }

    private static Task SendAsync(HttpContext http, Microsoft.Extensions.FileProviders.IFileProvider pages, string page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        return http.Response.SendFileAsync(pages.GetFileInfo(page));
    }

    private static Task ProtectAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "SAMEORIGIN";
        return next(http);
    }
}
