using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Exchange;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Serving;
using ReplyBot.Storage;

namespace ReplyBot.Editor.Files;

/// <summary>
/// The files under the knowledge base, which stay the truth: read as a whole for the lists, and written script by script. Nothing is
/// written over that its writer has not seen, whoever changed it: another editor, git, or a hand in the folder.
/// </summary>
public sealed class EditedFiles(ProgramFolders folders, TimeProvider clock) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>For how long what was read is good enough for a check while somebody types.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly SemaphoreSlim _writing = new(1);
    private (string Stamp, EditedBase Base)? _read;
    private LatelyRead? _lately;

    /// <summary>What the files say now; read again only when one of them changed.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async Task<EditedBase> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            var files = Files();
            var stamp = Stamp(files);
            if (_read is { } read && read.Stamp == stamp)
                return read.Base;
            var edited = await Task.Run(() => Check(files), cancellation);
            _read = (stamp, edited);
            return edited;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>What the files said a moment ago, for a check at every keystroke: looking at all files costs as much as the check.</summary>
    public async Task<EditedBase> ReadLatelyAsync(CancellationToken cancellation)
    {
        if (_lately is { } lately && clock.GetElapsedTime(lately.At) < Lately)
            return lately.Base;
        var read = await ReadAsync(cancellation);
        _lately = new LatelyRead(clock.GetTimestamp(), read);
        return read;
    }

    /// <summary>The script as its file has it at this moment, or null.</summary>
    public async Task<FiledScript?> FindAsync(string id, CancellationToken cancellation)
    {
        if ((await ReadAsync(cancellation)).Find(id)?.Source is not { } source)
            return null;
        return Find(id, await ReadFileAsync(source.Script.File, cancellation));
    }

    /// <summary>Writes a script in the place of the one with its id.</summary>
    /// <param name="script">The script.</param>
    /// <param name="etag">The file's hash when the editor began.</param>
    /// <param name="cancellation">Ends the waiting for other writers.</param>
    public Task<SaveResult> SaveAsync(Script script, string etag, CancellationToken cancellation) =>
        ChangeAsync(script.Id, etag, file => ScriptSplice.Replace(file.Text, file.Scripts, script), cancellation);

    /// <summary>Takes a script out of its file.</summary>
    public Task<SaveResult> RemoveAsync(string id, string etag, CancellationToken cancellation) =>
        ChangeAsync(id, etag, file => ScriptSplice.Remove(file.Text, file.Scripts, id), cancellation);

    /// <summary>Files a new script where most of its intent are.</summary>
    public async Task<SaveResult> AddAsync(Script script, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            var edited = await ReadAsync(cancellation);
            if (edited.Find(script.Id) is not null)
                return new SaveResult(SaveOutcome.IdTaken);
            var path = PlaceFor(script, edited.Content.Scripts);
            var file = File.Exists(FullPath(path)) ? await ReadFileAsync(path, cancellation) : new ReadFile(path, "schema: 1\nscripts:\n", "", []);
            if (file.IsBroken)
                return new SaveResult(SaveOutcome.Unreadable);
            return new SaveResult(SaveOutcome.Saved, Find(script.Id, Write(path, ScriptSplice.Append(file.Text, file.Scripts, script))));
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Brings scripts in from a table: all that it plans or nothing.</summary>
    /// <param name="plan">Plans the import into the files as they are.</param>
    /// <param name="apply">Whether to write; otherwise this only says what would be.</param>
    /// <param name="cancellation">Ends the waiting for other writers.</param>
    public async Task<ImportResult> ImportAsync(Func<KnowledgeBase, ImportPlan> plan, bool apply, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            var planned = plan((await ReadAsync(cancellation)).Content);
            if (!apply || !planned.IsClean)
                return new ImportResult(planned, Applied: false);
            foreach (var path in planned.Files.Keys.Where(path => File.Exists(FullPath(path))))
                if ((await ReadFileAsync(path, cancellation)).IsBroken)
                    return new ImportResult(planned, Applied: false, path);
            ScriptImport.Apply(folders.KnowledgeBase, planned);
            return new ImportResult(planned, Applied: true);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    private async Task<SaveResult> ChangeAsync(string id, string etag, Func<ReadFile, string> change, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            if ((await ReadAsync(cancellation)).Find(id)?.Source is not { } source)
                return new SaveResult(SaveOutcome.Unknown);
            var file = await ReadFileAsync(source.Script.File, cancellation);
            var now = Find(id, file);
            if (file.Etag != etag || now is null)
                return new SaveResult(SaveOutcome.Changed, now);
            if (file.IsBroken)
                return new SaveResult(SaveOutcome.Unreadable, now);
            var text = change(file);
            return new SaveResult(SaveOutcome.Saved, Find(id, text == file.Text ? file : Write(file.Path, text)));
        }
        finally
        {
            _writing.Release();
        }
    }

    private ReadFile Write(string path, string text)
    {
        var bytes = Utf8.GetBytes(text);
        SafeFile.Write(FullPath(path), stream => stream.Write(bytes));
        return Parse(path, text, bytes);
    }

    private async Task<ReadFile> ReadFileAsync(string path, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(FullPath(path), cancellation);
        return Parse(path, Utf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes), bytes);
    }

    private static ReadFile Parse(string path, string text, byte[] bytes)
    {
        var reading = ScriptFile.Read(path, text);
        return new ReadFile(path, text, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], reading.Scripts) { IsBroken = reading.Findings.Count > 0 };
    }

    private static FiledScript? Find(string id, ReadFile file) =>
        file.Scripts.FirstOrDefault(script => script.Id == id) is { } script ? new FiledScript(script, file.Path, file.Etag) : null;

    /// <summary>The file that has most scripts of the intent, or one of its own.</summary>
    private static string PlaceFor(Script script, IReadOnlyList<Script> scripts) =>
        scripts.Where(other => other.Intent == script.Intent && other.Source is not null)
            .GroupBy(other => other.Source!.Script.File, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key
        ?? $"scripts/{ScriptVocabulary.Name(script.When.Stage)}/{script.Intent.Replace('.', '-').Replace('_', '-')}.yaml";

    private string FullPath(string path) => Path.Combine(folders.KnowledgeBase, path);

    private EditedBase Check(IReadOnlyList<FileInfo> files)
    {
        var read = KnowledgeFiles.Check(folders.KnowledgeBase);
        return new EditedBase(read.Base ?? new KnowledgeBase(), read.Findings, files.ToDictionary(
            file => Path.GetRelativePath(folders.KnowledgeBase, file.FullName).Replace('\\', '/'),
            file => new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), StringComparer.Ordinal));
    }

    private List<FileInfo> Files() =>
        [.. new DirectoryInfo(folders.KnowledgeBase).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension is ".yaml" or ".yml" or ".txt" or ".tsv")
            .OrderBy(file => file.FullName, StringComparer.Ordinal)];

    private static string Stamp(IEnumerable<FileInfo> files) =>
        string.Join('\n', files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")));

    /// <summary>What was read, and when; exchanged whole, because many checks look at it at a time.</summary>
    private sealed record LatelyRead(long At, EditedBase Base);

    private sealed record ReadFile(string Path, string Text, string Etag, IReadOnlyList<Script> Scripts)
    {
        /// <summary>Whether a script of the file could not be read; writing the file could lose it.</summary>
        public bool IsBroken { get; init; }
    }
}
