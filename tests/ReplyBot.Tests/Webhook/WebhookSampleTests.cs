using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.Webhook;

/// <summary>The sample that others begin with does what it says.</summary>
public class WebhookSampleTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [NodeFact]
    public async Task Adapter_WhenABuyerTypes_PrintsTheReply()
    {
        var port = FreePort();
        await using var host = await RunningHost.StartAsync($"Webhooks:demo:Secret={Secret}", $"Webhooks:demo:ReplyUrl=http://127.0.0.1:{port}/");
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "samples", "webhook", "adapter.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["REPLYBOT_URL"] = host.Address.ToString().TrimEnd('/');
        start.Environment["SECRET"] = Secret;
        start.Environment["PORT"] = $"{port}";
        using var node = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            (await node.StandardOutput.ReadLineAsync(patience.Token)).ShouldBe($"listening on {port}");
            await node.StandardInput.WriteLineAsync("在吗");
            await node.StandardInput.FlushAsync(patience.Token);
            (await node.StandardOutput.ReadLineAsync(patience.Token)).ShouldNotBeNull().ShouldStartWith("客服: ");
        }
        finally
        {
            node.Kill();
            await node.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Skipped, with the reason, where Node is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node"))))
            Skip = "node is not installed";
    }
}
