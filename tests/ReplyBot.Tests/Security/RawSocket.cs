using System.Net.Sockets;
using System.Text;

namespace ReplyBot.Tests.Security;

/// <summary>A WebSocket client that sends whatever bytes it is told to.</summary>
internal static class RawSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Shakes hands, sends bytes, says no more, and reads until the server has closed.</summary>
    /// <param name="address">The socket's address.</param>
    /// <param name="headers">Headers beside those of the handshake.</param>
    /// <param name="bytes">What is sent after the handshake.</param>
    /// <returns>The first line of the answer to the handshake.</returns>
    public static async Task<string> SendAsync(Uri address, IEnumerable<string> headers, byte[] bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        string[] lines =
        [
            $"GET {address.PathAndQuery} HTTP/1.1", $"Host: {address.Authority}", "Connection: Upgrade", "Upgrade: websocket",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", .. headers, "", "",
        ];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), patience.Token);
        var answer = new MemoryStream();
        var buffer = new byte[4096];
        while (!Encoding.ASCII.GetString(answer.GetBuffer(), 0, (int)answer.Length).Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, patience.Token);
            if (read == 0)
                break;
            answer.Write(buffer, 0, read);
        }
        try
        {
            await stream.WriteAsync(bytes, patience.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(buffer, patience.Token) > 0)
            {
                // What the server still says is of no interest.
            }
        }
        catch (IOException)
        {
            // Cut off, as it may be.
        }
        return Encoding.ASCII.GetString(answer.GetBuffer(), 0, (int)answer.Length).Split("\r\n")[0];
    }
}
