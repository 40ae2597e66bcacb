using System.Diagnostics;
using System.Text;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>The program as it is built, serving in a process of its own, so that it can be killed.</summary>
internal sealed class RealProgram : IDisposable
{
    public const string Secret = "durability";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private RealProgram(Process process, Uri address, TimeSpan startup)
    {
        _process = process;
        Startup = startup;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>Asks the program.</summary>
    public HttpClient Http { get; }

    /// <summary>From its start until it said where it serves.</summary>
    public TimeSpan Startup { get; }

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="folders">Its data and content.</param>
    /// <param name="environment">Further environment variables.</param>
    public static async Task<RealProgram> StartAsync(SmallShop folders, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ReplyBot.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", folders.Data, "--knowledge-base", folders.KnowledgeBase])
        {
            WorkingDirectory = folders.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Everything comes from one address here; the limits are for many.
        foreach (var limit in new[] { "DirectLinePerSecond", "MessageBurst", "MessagesPerSecond" })
            start.Environment["RateLimits__" + limit] = "1000000";
        start.Environment["DirectLine__Secret"] = Secret;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["Logging__LogLevel__ReplyBot"] = "None";
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(process);
        var said = new StringBuilder();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            Uri? address = null;
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                said.AppendLine(line);
                address ??= line.Split(' ').Where(word => word.StartsWith("http://", StringComparison.Ordinal)).Select(word => new Uri(word)).FirstOrDefault();
                if (line.Contains("Ctrl+C", StringComparison.Ordinal))
                    return new RealProgram(process, address!, Stopwatch.GetElapsedTime(began));
            }
        }
        catch (OperationCanceledException)
        {
            said.AppendLine("It took too long.");
        }
        Kill(process);
        throw new InvalidOperationException($"The program does not serve.\n{said}\n{await error}");
    }

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public void Kill() => Kill(_process);

    public void Dispose()
    {
        Http.Dispose();
        Kill();
        _process.Dispose();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended and was disposed already.
        }
    }
}
