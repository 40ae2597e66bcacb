using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.DirectLine;

public class UploadEndpointTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Upload_WhenFormCarriesActivityAndFiles_StoresOneMessageWithThem()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        using var form = new MultipartFormDataContent
        {
            { Part(Encoding.UTF8.GetBytes("""{"type":"message","from":{"id":"dl_x"},"text":"衣服破了","channelData":{"clientActivityID":"k1"},"attachments":[{"contentType":"image/png","name":"破.png"}]}"""), "application/vnd.microsoft.activity"), "activity", "blob" },
            { Part(Png, "image/png"), "file", "破.png" },
            { Part("hello"u8.ToArray(), "text/html"), "file", "../../a<b>.html" },
        };

        var posted = await host.CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{open.Id}/upload?userId=dl_x", open.Token, form);

        var message = host.Gateway.Inbound.Single();
        message.Text.ShouldBe("衣服破了");
        message.ClientActivityId.ShouldBe("k1");
        message.Attachments.Select(attachment => attachment.ContentType).ShouldBe(["image/png", "text/html"]);
        message.Attachments[1].Name.ShouldBe("a<b>.html");

        var echo = (await host.CallAsync(HttpMethod.Get, open.Activities, open.Token)).GetProperty("activities")[0];
        echo.GetProperty("id").GetString().ShouldBe(posted.GetProperty("id").GetString());
        var urls = echo.GetProperty("attachments").EnumerateArray().Select(attachment => attachment.GetProperty("contentUrl").GetString()!).ToList();

        using var picture = await host.Client.GetAsync(urls[0]);
        (await picture.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        picture.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);

        using var page = await host.Client.GetAsync(urls[1]);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        page.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task Upload_WhenBodyIsOneFile_StoresAMessageWithIt()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        using var content = Part(Png, "image/png");
        content.Headers.ContentDisposition = new("form-data") { Name = "file", FileName = "photo.png" };

        await host.CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{open.Id}/upload", open.Token, content);

        host.Gateway.Inbound.Single().Attachments.Single().Name.ShouldBe("photo.png");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_WhenOverTheCap_Is413AndNothingIsSaid(bool lengthKnown)
    {
        await using var host = await TestHost.StartAsync(new() { ["DirectLine:MaxUploadBytes"] = "20000" });
        var open = await host.OpenAsync();
        using var form = new MultipartFormDataContent { { Part(new byte[30_000], "image/png"), "file", "big.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{open.Id}/upload") { Content = form };
        request.Headers.Authorization = new("Bearer", open.Token);
        request.Headers.TransferEncodingChunked = !lengthKnown;

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "no parts at all")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\r\n--b--\r\n")]
    public async Task Upload_WhenMultipartIsBroken_Is400(string type, string body)
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await host.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{open.Id}/upload", open.Token, content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Download_WhenTicketIsForAnotherFileOrOld_IsRefused()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        var other = await host.OpenAsync();
        using var content = Part(Png, "image/png");
        await host.CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{open.Id}/upload", open.Token, content);
        var fileId = host.Gateway.Inbound.Single().Attachments.Single().FileId!;
        string Address(string conversation, string file, string ticket) => $"/v3/directline/conversations/{conversation}/attachments/{file}?t={ticket}";
        var ticket = host.Tokens.IssueAttachmentTicket(open.Id, fileId);

        (await StatusAsync(host, Address(open.Id, fileId, ticket))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(host, Address(open.Id, fileId, open.Token))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(host, Address(other.Id, fileId, ticket))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(host, Address(other.Id, fileId, host.Tokens.IssueAttachmentTicket(other.Id, fileId)))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(host, Address(open.Id, "f2", ticket))).ShouldBe(HttpStatusCode.Forbidden);
        host.Time.Advance(TimeSpan.FromHours(25));
        (await StatusAsync(host, Address(open.Id, fileId, ticket))).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string address)
    {
        using var response = await host.Client.GetAsync(address);
        return response.StatusCode;
    }

    private static ByteArrayContent Part(byte[] content, string type)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new(type);
        return part;
    }
}
