using System.CommandLine;
using System.Text;
using ReplyBot.Storage;
using Spectre.Console;

namespace ReplyBot.Cli;

/// <summary>The command line: one program, <c>serve</c> when nothing is said.</summary>
public static class ReplyBotCommand
{
    private const int CannotRun = 2;

    /// <summary>Runs a command line.</summary>
    /// <returns>0 done, 1 findings in the content, 2 cannot run.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = Create().Parse(args);
        try
        {
            if (parsed.Errors.Count == 0)
                return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            await parsed.InvokeAsync();
            return CannotRun;
        }
        catch (Exception failure) when (failure is CannotRunException or StorageException or IOException or UnauthorizedAccessException)
        {
            ErrorConsole.Create().MarkupLineInterpolated($"[red]✗[/] {failure.Message}");
            return CannotRun;
        }
    }

    private static RootCommand Create()
    {
        var folders = new FolderOptions();
        var serve = ServeCommand.Create(folders);
        var root = new RootCommand("""
            ReplyBot 电商快捷回复助手 / quick replies for online shops

            Examples:
              replybot                                  start on http://localhost:5000 with ./data and ./knowledge-base
              replybot serve --urls http://0.0.0.0:8080 --data /var/lib/replybot
              replybot chat                             talk to the bot in the terminal
              echo 什么时候发货 | replybot suggest --json
              replybot kb lint                          check the script base
            """)
        {
            serve,
            ChatCommand.Create(folders),
            SuggestCommand.Create(folders),
            KeysCommand.Create(folders),
            PrivacyCommand.Create(folders),
            KbCommand.Create(folders),
            IntentCommand.Create(folders),
            EvalCommand.Create(),
            DataCommand.Create(folders),
            ReportCommand.Create(folders),
        };
        folders.AddTo(root);
        // Without a command the program serves, with serve's own options.
        foreach (var option in serve.Options)
            root.Options.Add(option);
        root.Action = serve.Action;
        return root;
    }
}
