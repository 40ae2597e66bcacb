namespace ReplyBot.EndToEnd.Tests.Programs;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The lines of standard output.</param>
/// <param name="Error">The lines of standard error.</param>
internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error)
{
    /// <summary>Everything it wrote, for the message of a failed test.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{string.Join('\n', Output)}\n{string.Join('\n', Error)}";
}

/// <summary>Runs commands of the program to their end.</summary>
internal static class ReplyBotCommand
{
    /// <summary>Long enough for training a small model on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command over a shop's folders.</summary>
    public static Task<CommandResult> RunAsync(ShopFolders folders, string[] arguments, string input = "") =>
        RunAsync("dotnet", [Repository.Program, .. arguments, "--data", folders.Data, "--knowledge-base", folders.KnowledgeBase], folders.Root, input);

    /// <summary>Runs any program.</summary>
    public static async Task<CommandResult> RunAsync(string program, string[] arguments, string folder, string input = "")
    {
        using var process = ChildProcess.Start(program, arguments, folder);
        await process.WriteAsync(input);
        var exitCode = await process.EndAsync(Patience);
        return new CommandResult(exitCode, process.Output, process.Error);
    }
}
