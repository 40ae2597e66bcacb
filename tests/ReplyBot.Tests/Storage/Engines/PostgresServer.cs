using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Npgsql;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Storage.Engines;

/// <summary>
/// The PostgreSQL server of the tests: the one that <c>REPLYBOT_TEST_POSTGRES</c> names, or one that is started from the machine's own
/// binaries on a temporary folder and ends with the tests.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "REPLYBOT_TEST_POSTGRES";
    private const string Ready = "database system is ready to accept connections";

    /// <summary>
    /// The server ends when its standard input does, so that it never outlives the tests, however they end. It need not survive a
    /// power cut: what the server makes of a flush is its own affair.
    /// </summary>
    private const string Script = """
        dir=$(mktemp -d /tmp/replybot-postgres-XXXXXX)
        "$1/initdb" -D "$dir/data" -U replybot -A trust -E UTF8 --locale=C --no-sync > "$dir/log" || { cat "$dir/log" >&2; rm -rf "$dir"; exit 1; }
        "$1/postgres" -D "$dir/data" -p "$2" -k "" -c listen_addresses=127.0.0.1 -c max_connections=300 -c shared_buffers=32MB -c fsync=off -c full_page_writes=off <&- &
        cat > "$dir/log"
        kill -QUIT $!
        wait
        rm -rf "$dir"
        """;

    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    /// <summary>Held, since its collection would close the standard input.</summary>
    private static Process? _process;

    /// <summary>Why there is no server, or null.</summary>
    public static string? Absence { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Binaries is not null
        ? null
        : $"No PostgreSQL: neither {Variable} nor initdb and postgres on the path or in /usr/lib/postgresql.";

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync() => await CreateAsync(await Server.Value, "");

    /// <summary>Makes a database whose schema is up to date, as a copy of one that was brought there once.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateMigratedAsync() => await CreateAsync(await Server.Value, $" TEMPLATE {await Template.Value}");

    private static async Task<string> CreateAsync(string server, string template)
    {
        var name = "replybot_" + Guid.NewGuid().ToString("N");
        await RunAsync(server, $"CREATE DATABASE {name}{template}");
        // A pool of its own for every test is closed with the test; nothing is left open for the next one.
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = await CreateDatabaseAsync();
        // Closed at once: a database that somebody is connected to cannot be copied.
        await (await NpgsqlDatabase.OpenAsync(template, CancellationToken.None)).DisposeAsync();
        return new NpgsqlConnectionStringBuilder(template).Database!;
    }

    /// <summary>Removes a database.</summary>
    public static async Task DropDatabaseAsync(string connectionString) =>
        await RunAsync(await Server.Value, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    private static async Task RunAsync(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(statement);
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        var port = FreePort();
        // PostgreSQL refuses to run as root.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", OrdinaryUser(), "--", "sh"] : ["sh"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], "-c", Script, "sh", Binaries!, port.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        var process = _process = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL did not start.");
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (!line.Contains(Ready, StringComparison.Ordinal))
                continue;
            _ = process.StandardError.ReadToEndAsync();
            return $"Host=127.0.0.1;Port={port};Username=replybot;Database=postgres";
        }
        throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', said));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string OrdinaryUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>The newest server on the machine; the names on the path may be links or wrappers and come last.</summary>
    private static string? FindBinaries()
    {
        const string installed = "/usr/lib/postgresql";
        var folders = Directory.Exists(installed)
            ? Directory.EnumerateDirectories(installed).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
