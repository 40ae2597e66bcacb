using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace ReplyBot.Hosting;

/// <summary>
/// Sends built files as they were compressed when the pages were built, so that a request costs no compression. Only files that are
/// the same for everybody have a compressed twin; what the program answers itself is never compressed together with secrets.
/// </summary>
internal static class CompressedFiles
{
    /// <summary>What a browser may take, the smallest first.</summary>
    private static readonly (string Encoding, string Ending)[] Twins = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>Leads a request for a file with a compressed twin to the twin. Goes before the static files, which are told by <see cref="Prepare"/>.</summary>
    public static Task LeadAsync(HttpContext http, RequestDelegate next, IFileProvider files)
    {
        var request = http.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.StartsWithSegments("/assets") && request.Path.Value is { } path)
        {
            foreach (var (encoding, ending) in Twins)
            {
                if (!Takes(request, encoding) || !files.GetFileInfo(path + ending).Exists)
                    continue;
                http.Features.Set(new Twin(path, encoding));
                request.Path = path + ending;
                break;
            }
        }
        return next(http);
    }

    /// <summary>Says of a compressed file what is in it; the path of the request is the asked-for one again.</summary>
    public static void Prepare(HttpContext http)
    {
        if (http.Features.Get<Twin>() is not { } twin)
            return;
        http.Request.Path = twin.Path;
        http.Response.Headers.ContentEncoding = twin.Encoding;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (ContentTypes.TryGetContentType(twin.Path, out var type))
            http.Response.ContentType = type;
    }

    /// <summary>The types of the twins themselves, without which they would not be served.</summary>
    public static FileExtensionContentTypeProvider Served { get; } = WithTwins();

    private static bool Takes(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(taken => taken.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && taken.Quality is not 0);

    private static FileExtensionContentTypeProvider WithTwins()
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var (_, ending) in Twins)
            types.Mappings[ending] = "application/octet-stream";
        return types;
    }

    private sealed record Twin(string Path, string Encoding);
}
