using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Notes whom the pages of a browser ask besides the program, and what goes wrong in them.</summary>
internal sealed class ContextWatch
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Uri _program;

    public ContextWatch(IBrowserContext context, Uri program)
    {
        _program = program;
        context.Request += (_, request) => Note(request.Url);
        context.Page += (_, page) => page.WebSocket += (_, socket) => Note(socket.Url);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _faults.Enqueue($"{message.Type} at {message.Location}: {message.Text}");
        };
        context.WebError += (_, error) => _faults.Enqueue($"unhandled: {error.Error}");
    }

    /// <summary>Addresses that are not the program's.</summary>
    public IEnumerable<string> AskedElsewhere => _asked.Where(address => !IsOwn(new Uri(address)));

    /// <summary>Addresses of the program.</summary>
    public IEnumerable<string> AskedProgram => _asked.Where(address => IsOwn(new Uri(address)));

    /// <summary>Errors and warnings in the browser's console.</summary>
    public IEnumerable<string> Faults => _faults;

    private bool IsOwn(Uri address) =>
        address.Scheme is "data" or "blob" || (address.Host == _program.Host && address.Port == _program.Port);

    private void Note(string address) => _asked.Enqueue(address);
}
