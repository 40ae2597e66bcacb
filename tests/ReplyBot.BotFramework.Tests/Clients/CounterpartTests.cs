using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.BotFramework.Channels.Delivery;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.Clients;

/// <summary>Microsoft's own JavaScript packages against the protocol alone; the whole program meets them elsewhere.</summary>
public class CounterpartTests
{
    [CounterpartFact]
    public async Task DirectLine_WhenMicrosoftsClientTalksToIt_AllHolds()
    {
        await using var host = await TestHost.StartAsync();
        host.Gateway.Bot = message => $"您问的是：{message.Text}";

        var (exitCode, output) = await RunAsync("directline.mjs", host.Address, TestHost.Secret);

        exitCode.ShouldBe(0, output);
    }

    [CounterpartFact]
    public async Task Messages_WhenMicrosoftsChannelServiceTalksToIt_AllHolds()
    {
        await using var host = await TestHost.StartAsync();
        host.Gateway.Bot = message => $"您问的是：{message.Text}";
        var connector = host.Services.GetRequiredService<IConnectorClient>();
        var deliveries = new ConcurrentBag<Task<DeliveryResult>>();
        host.Gateway.Posted = (message, reply) =>
        {
            if (message.ReplyReference is { } reference && reply is not null)
                deliveries.Add(connector.SendAsync(reference, reply, CancellationToken.None));
        };

        var (exitCode, output) = await RunAsync("channel.mjs", host.Address);

        exitCode.ShouldBe(0, output);
        (await Task.WhenAll(deliveries)).ShouldAllBe(delivery => delivery.Outcome == DeliveryOutcome.Delivered);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [program, .. arguments])
        {
            WorkingDirectory = CounterpartFactAttribute.Folder!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await errors);
    }
}

/// <summary>A fact that needs the packages of tests/clients, and is skipped where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CounterpartFactAttribute : FactAttribute
{
    public CounterpartFactAttribute()
    {
        if (Folder is null)
            Skip = "run `npm ci` in tests/clients first";
    }

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var clients = Path.Combine(folder.FullName, "tests", "clients");
            if (Directory.Exists(Path.Combine(clients, "node_modules")))
                return clients;
        }

        return null;
    }
}
