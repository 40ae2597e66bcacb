using ReplyBot.Knowledge.Files;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Scripts;

/// <summary>What is known of a script from what was published.</summary>
/// <param name="Text">The script as the newest publication has it, in the canonical form of a file.</param>
/// <param name="Since">Since when it has read so.</param>
/// <param name="First">When a script with its id was published first.</param>
internal sealed record PublishedScript(string Text, DateTimeOffset Since, DateTimeOffset First);

/// <summary>
/// Follows the scripts through the publications: a file's time says when a checkout or another script of the file was written, the
/// publications say since when a script says what it says. Each publication is read once and then remembered.
/// </summary>
internal sealed class ScriptHistory(PublishedBaseStore published) : IDisposable
{
    /// <summary>How far back is looked; a text older than that counts as old as the oldest of them.</summary>
    private const int PublicationsRead = 40;

    private readonly SemaphoreSlim _reading = new(1);
    private Dictionary<string, PublishedScript> _scripts = new(StringComparer.Ordinal);
    private Publication? _newest;

    /// <summary>The scripts of the newest publication by id; empty before the first.</summary>
    public async Task<IReadOnlyDictionary<string, PublishedScript>> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            foreach (var publication in (await published.ListAsync(PublicationsRead, cancellation)).Where(publication => publication.Id > (_newest?.Id ?? 0)).Reverse())
                await FollowAsync(publication, cancellation);
            return _scripts;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task FollowAsync(Publication publication, CancellationToken cancellation)
    {
        var bundle = publication.Hash == _newest?.Hash ? null : (await published.ReadAsync(publication, cancellation)).Bundle;
        _newest = publication;
        // The same again, or damaged: nothing is learnt from it.
        if (bundle is null)
            return;
        var scripts = new Dictionary<string, PublishedScript>(StringComparer.Ordinal);
        foreach (var script in bundle.Content.Scripts)
        {
            var text = ScriptFile.Write([script]);
            var before = _scripts.GetValueOrDefault(script.Id);
            scripts[script.Id] = before?.Text == text ? before : new PublishedScript(text, publication.PublishedAt, before?.First ?? publication.PublishedAt);
        }
        _scripts = scripts;
    }
}
