using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace ReplyBot.Hosting;

/// <summary>
/// Serves the buyer page and the console from the folder beside the program, under a content security policy that lets nothing
/// run but the pages' own scripts; styles made at run time carry a nonce.
/// </summary>
public static class WebPages
{
    private const string BuyerPage = "index.html";
    private const string ConsolePage = "console/index.html";
    /// <summary>The hash of an empty style element, which Web Chat makes and fills by script.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
    private const string NoncePlace = "<meta name=\"csp-nonce\" content=\"\"";
    private static readonly string[] FilesWithoutHash = ["/assets/icon.svg", "/assets/licenses.md"];

    /// <summary>Serves the pages; where they were not built, says how to build them.</summary>
    public static void Use(WebApplication app)
    {
        var pages = app.Environment.WebRootFileProvider;
        if (!pages.GetFileInfo(BuyerPage).Exists)
        {
            app.MapGet("/", () => Results.Problem(title: "网页没有构建", detail: "The web pages were left out of this build. Build without -p:BuildWeb=false (Node.js 20 is needed).", statusCode: StatusCodes.Status404NotFound));
            return;
        }
        app.Use((http, next) => CompressedFiles.LeadAsync(http, next, pages));
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = CompressedFiles.Served,
            OnPrepareResponse = file =>
            {
                CompressedFiles.Prepare(file.Context);
                file.Context.Response.Headers.CacheControl = CacheControl(file.Context.Request.Path);
            },
        });
        var buyer = Read(pages, BuyerPage);
        var console = Read(pages, ConsolePage);
        app.MapGet("/", (HttpContext http) => Page(http, buyer));
        app.MapGet("/console/{**path}", (HttpContext http) => Page(http, console));
    }

    /// <summary>Built files carry a hash of their content in their names and never change; others are asked for again.</summary>
    private static string CacheControl(PathString path) =>
        path.StartsWithSegments("/assets") && !FilesWithoutHash.Contains(path.Value) ? "public, max-age=31536000, immutable" : "no-cache";

    private static string Read(IFileProvider pages, string page)
    {
        using var reader = new StreamReader(pages.GetFileInfo(page).CreateReadStream());
        return reader.ReadToEnd();
    }

    private static IResult Page(HttpContext http, string html)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; "
            + "font-src 'self' data:; connect-src 'self' blob:; worker-src 'self' blob:; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        return Results.Text(html.Replace(NoncePlace, $"<meta name=\"csp-nonce\" content=\"{nonce}\"", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
