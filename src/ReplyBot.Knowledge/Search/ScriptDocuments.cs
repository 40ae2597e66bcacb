using System.Collections.Immutable;
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
    private readonly int[] _first;

    /// <summary>Apart from the documents, because searching asks for nothing else of thousands of them.</summary>
    private readonly int[] _scripts;
    private readonly ScriptField[] _fields;

    public ScriptDocuments(ScriptBundle bundle)
    {
        Scripts = [.. bundle.Content.Scripts];
        _first = new int[Scripts.Length];
        var documents = new List<ScriptDocument>();
        for (var i = 0; i < Scripts.Length; i++)
        {
            _first[i] = documents.Count;
            Add(documents, i, ScriptField.Question, Scripts[i].Question);
            foreach (var variant in Scripts[i].Variants)
                Add(documents, i, ScriptField.Variant, variant);
            foreach (var wording in Scripts[i].Wordings)
                Add(documents, i, ScriptField.Wording, WithoutSlots(wording.Text));
        }

        All = [.. documents];
        _scripts = [.. documents.Select(document => document.Script)];
        _fields = [.. documents.Select(document => document.Field)];
    }

    public ImmutableArray<Script> Scripts { get; }

    public ImmutableArray<ScriptDocument> All { get; }

    /// <summary>The place of a document's script.</summary>
    public int ScriptOf(int document) => _scripts[document];

    /// <summary>The field of its script that a document is.</summary>
    public ScriptField FieldOf(int document) => _fields[document];

    /// <summary>The number of a script's first document.</summary>
    public int FirstOf(int script) => _first[script];

    /// <summary>How many documents a script has.</summary>
    public int CountOf(int script) => (script + 1 < _first.Length ? _first[script + 1] : All.Length) - _first[script];

    private static void Add(List<ScriptDocument> documents, int script, ScriptField field, string text) =>
        documents.Add(new ScriptDocument(script, field, text, TextNormalizer.Default.Normalize(text)));

    private static string WithoutSlots(string template) =>
        string.Concat(SlotTemplate.Parse(template).Parts.OfType<TextPart>().Select(part => part.Text));
}
