using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The documents that a bundle's scripts are indexed as: each standard question, variant and answer is one, and those of
/// a script stand together. The same bundle always gives the same documents in the same order.
/// </summary>
internal sealed class ScriptDocuments
{
    private readonly List<ScriptDocument> _documents = [];
    private readonly List<int> _first = [];

    public ScriptDocuments(ScriptBundle bundle)
    {
        Scripts = bundle.Content.Scripts;
        for (var i = 0; i < Scripts.Count; i++)
        {
            _first.Add(_documents.Count);
            Add(i, ScriptField.Question, Scripts[i].Question);
            foreach (var variant in Scripts[i].Variants)
                Add(i, ScriptField.Variant, variant);
            foreach (var wording in Scripts[i].Wordings)
                Add(i, ScriptField.Wording, WithoutSlots(wording.Text));
        }
    }

    public IReadOnlyList<Script> Scripts { get; }

    public IReadOnlyList<ScriptDocument> All => _documents;

    /// <summary>The number of a script's first document.</summary>
    public int FirstOf(int script) => _first[script];

    /// <summary>How many documents a script has.</summary>
    public int CountOf(int script) => (script + 1 < _first.Count ? _first[script + 1] : _documents.Count) - _first[script];

    private void Add(int script, ScriptField field, string text) =>
        _documents.Add(new ScriptDocument(script, field, text, TextNormalizer.Default.Normalize(text)));

    private static string WithoutSlots(string template) =>
        string.Concat(SlotTemplate.Parse(template).Parts.OfType<TextPart>().Select(part => part.Text));
}
