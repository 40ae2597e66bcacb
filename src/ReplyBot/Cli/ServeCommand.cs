using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReplyBot.Accounts;
using ReplyBot.Hosting;

namespace ReplyBot.Cli;

/// <summary><c>serve</c>: the web program.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5000";

    public static Command Create(FolderOptions folders)
    {
        var urls = new Option<string?>("--urls") { Description = $"监听地址，分号分隔 / addresses to listen on, separated by semicolons (default {DefaultUrl})", HelpName = "URLS" };
        var command = new Command("serve", "启动服务：买家页、客服台、渠道接口 / serve the buyer page, the console and the channels") { urls };
        command.SetAction((parsed, cancellation) => RunAsync(folders.Of(parsed), parsed.GetValue(urls), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ProgramFolders folders, string? urls, CancellationToken cancellation)
    {
        await using var workspace = await Workspace.OpenAsync(folders, cancellation);
        var prepared = await workspace.PrepareAsync(cancellation);
        string[] args = urls is null ? [] : ["--urls", urls];
        await using var app = await ReplyBotHost.CreateAsync(workspace, prepared, args, cancellation);
        if (urls is null && app.Configuration["urls"] is null)
            app.Urls.Add(DefaultUrl);
        await app.StartAsync(cancellation);
        await WriteAddressesAsync(app);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task WriteAddressesAsync(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = addresses.First().Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
        Console.WriteLine($"买家页 Buyer page   {address}/");
        Console.WriteLine($"客服台 Console      {address}/console");
        if (await app.Services.GetRequiredService<Invitations>().FirstAccountTokenAsync() is { } token)
            Console.WriteLine($"首个账号（一次性链接，24 小时内有效）First account (one-time link, valid for 24 hours)\n  {address}/console/welcome?token={token}");
        Console.WriteLine("按 Ctrl+C 停止 Press Ctrl+C to stop");
    }
}
