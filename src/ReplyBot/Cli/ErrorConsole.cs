using Spectre.Console;

namespace ReplyBot.Cli;

/// <summary>Standard error: colours and moving bars on a terminal; elsewhere plain lines that break only where the message does.</summary>
internal static class ErrorConsole
{
    private const int Unbroken = short.MaxValue;

    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        // A file and line torn apart at column 80 would not be found by whoever reads a log.
        if (Console.IsErrorRedirected)
            console.Profile.Width = Unbroken;
        return console;
    }
}
