using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>Scripts and styles travel compressed to whoever takes that, and say what they are.</summary>
[Collection(RunningShopCollection.Name)]
public partial class CompressionTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program)]
    public async Task Assets_TravelAsTheBrowserTakesThem_AndAreTheSame()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = shop.Address };
        var script = Address().Match(await client.GetStringAsync(new Uri("/console", UriKind.Relative))).Value;
        var plain = await GetAsync(client, script, "identity");
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        var content = await plain.Content.ReadAsByteArrayAsync();

        foreach (var (encoding, open) in new (string, Func<Stream, Stream>)[] { ("br", packed => new BrotliStream(packed, CompressionMode.Decompress)), ("gzip", packed => new GZipStream(packed, CompressionMode.Decompress)) })
        {
            using var answer = await GetAsync(client, script, encoding);
            answer.Content.Headers.ContentEncoding.ShouldBe([encoding]);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(plain.Content.Headers.ContentType!.MediaType);
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            using var unpacked = new MemoryStream();
            await using (var stream = open(await answer.Content.ReadAsStreamAsync()))
                await stream.CopyToAsync(unpacked);
            unpacked.ToArray().ShouldBe(content);
        }
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        return client.SendAsync(request);
    }

    [GeneratedRegex("/assets/console-[^\"]+\\.js", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
