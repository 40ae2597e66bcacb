using System.Net;
using System.Net.Sockets;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Another site: it serves one page, with Microsoft's Web Chat beside it, from an origin of its own.</summary>
internal sealed class ForeignSite : IDisposable
{
    private const string Page = """
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>shop</title>
        <div id="chat" style="height: 600px"></div><script src="/webchat.js"></script></html>
        """;

    private readonly HttpListener _listener = new();

    public ForeignSite()
    {
        Origin = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Origin + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Its origin, without a slash at the end.</summary>
    public string Origin { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _listener.GetContextAsync();
                var isScript = asked.Request.Url!.AbsolutePath == "/webchat.js";
                asked.Response.ContentType = isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8";
                await asked.Response.OutputStream.WriteAsync(isScript ? await File.ReadAllBytesAsync(Repository.WebChat) : System.Text.Encoding.UTF8.GetBytes(Page));
                asked.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The site is gone, or the browser went away in the middle of an answer.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
