using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace ReplyBot.EndToEnd.Tests.Programs;

/// <summary>A started process whose lines are kept. It never outlives the tests.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> Alive = new();

    private readonly object _gate = new();
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];
    private readonly Process _process;
    private readonly Task _ended;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    static ChildProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in Alive.Keys)
            child.Kill();
    };

    private ChildProcess(Process process)
    {
        _process = process;
        Alive[this] = true;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ended = process.WaitForExitAsync();
    }

    /// <summary>What it wrote to standard output so far.</summary>
    public IReadOnlyList<string> Output => Copy(_output);

    /// <summary>What it wrote to standard error so far.</summary>
    public IReadOnlyList<string> Error => Copy(_error);

    /// <summary>Starts a program in a folder, with standard input at hand.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">What its environment says besides, by name.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Only what the test says decides where the program listens.
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    /// <summary>Writes everything it is to read, and closes its standard input.</summary>
    public async Task WriteAsync(string input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
    }

    /// <summary>Waits for a line on either of its outputs.</summary>
    /// <exception cref="InvalidOperationException">It ended without the line, or took too long; the message holds what it wrote.</exception>
    public async Task<string> LineAsync(Func<string, bool> matches, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var ended = _ended.IsCompleted;
            Task news;
            lock (_gate)
            {
                if (_output.Concat(_error).FirstOrDefault(matches) is { } line)
                    return line;
                news = _news.Task;
            }
            var left = patience - Stopwatch.GetElapsedTime(started);
            if (ended || left <= TimeSpan.Zero)
                throw new InvalidOperationException($"The expected line did not come. {Transcript()}");
            await Task.WhenAny(news, _ended, Task.Delay(left));
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        try
        {
            await _ended.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            Kill();
            throw new InvalidOperationException($"It did not end within {patience}. {Transcript()}");
        }
        return _process.ExitCode;
    }

    /// <summary>Ends it at once and without warning (SIGKILL).</summary>
    public void Kill()
    {
        Alive.TryRemove(this, out _);
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private string Transcript() => $"Standard output:\n{string.Join('\n', Output)}\nStandard error:\n{string.Join('\n', Error)}";

    private void Keep(List<string> lines, string? line)
    {
        if (line is null)
            return;
        TaskCompletionSource news;
        lock (_gate)
        {
            lines.Add(line);
            news = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        news.SetResult();
    }

    private string[] Copy(List<string> lines)
    {
        lock (_gate)
            return [.. lines];
    }
}
