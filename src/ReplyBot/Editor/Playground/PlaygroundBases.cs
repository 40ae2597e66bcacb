using ReplyBot.Conversations.Serving;
using ReplyBot.Editor.Files;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Editor.Playground;

/// <summary>Makes the files ready to be asked as they are, without publishing them; kept until a file changes or another model is promoted.</summary>
internal sealed class PlaygroundBases(EditedFiles files, IServingBase serving)
{
    private readonly Lock _lock = new();
    private (EditedBase Edited, ServingBase Served, ServingBase Made)? _made;

    /// <summary>The files as a base to ask, with the model that is served.</summary>
    public async Task<ServingBase> OfFilesAsync(CancellationToken cancellation)
    {
        var edited = await files.ReadAsync(cancellation);
        var served = serving.Current;
        lock (_lock)
        {
            if (_made is { } made && made.Edited == edited && made.Served == served)
                return made.Made;
            var bundle = ScriptBundle.From(edited.Content);
            var fresh = new ServingBase(bundle, ScriptIndexBuilder.Build(bundle), edited.Guard, served.Reader);
            _made = (edited, served, fresh);
            return fresh;
        }
    }
}
