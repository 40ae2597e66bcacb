using System.Diagnostics;
using Spectre.Console;

namespace ReplyBot.Cli;

/// <summary>Shows work on standard error: a moving bar on a terminal, a line at the beginning and the end elsewhere.</summary>
public sealed class ConsoleWorkDisplay : IWorkDisplay
{
    private readonly IAnsiConsole _console = ErrorConsole.Create();

    public async Task<T> RunAsync<T>(string what, Func<IProgress<double>, Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = _console.Profile.Capabilities.Interactive && !Console.IsErrorRedirected
            ? await _console.Progress().AutoClear(true).StartAsync(context => RunWithBarAsync(context.AddTask(Markup.Escape(what)), work))
            : await RunWithLinesAsync(what, work);
        _console.MarkupLineInterpolated($"[green]✓[/] {what} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)");
        return result;
    }

    public void Warn(string message) => _console.MarkupLineInterpolated($"[yellow]![/] {message}");

    private static Task<T> RunWithBarAsync<T>(ProgressTask bar, Func<IProgress<double>, Task<T>> work) =>
        work(new Report(share => bar.Value = share * bar.MaxValue));

    private Task<T> RunWithLinesAsync<T>(string what, Func<IProgress<double>, Task<T>> work)
    {
        _console.WriteLine(what + " …");
        var shown = 0;
        return work(new Report(share =>
        {
            var tenth = (int)(share * 10);
            if (Interlocked.Exchange(ref shown, tenth) < tenth && tenth < 10)
                _console.WriteLine($"  {tenth * 10} %");
        }));
    }

    private sealed class Report(Action<double> report) : IProgress<double>
    {
        void IProgress<double>.Report(double value) => report(value);
    }
}
