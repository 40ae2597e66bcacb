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

    public ScriptDocuments(ScriptBundle bundle)
    {
        Scripts = bundle.Content.Scripts;
        for (var i = 0; i < Scripts.Count; i++)
        {
            Add(i, ScriptField.Question, Scripts[i].Question);
            foreach (var variant in Scripts[i].Variants)
                Add(i, ScriptField.Variant, variant);
            foreach (var wording in Scripts[i].Wordings)
                Add(i, ScriptField.Wording, WithoutSlots(wording.Text));
        }
    }

    public IReadOnlyList<Script> Scripts { get; }

    public IReadOnlyList<ScriptDocument> All => _documents;

    private void Add(int script, ScriptField field, string text) =>
        _documents.Add(new ScriptDocument(script, field, text, TextNormalizer.Default.Normalize(text)));

    private static string WithoutSlots(string template) =>
        string.Concat(SlotTemplate.Parse(template).Parts.OfType<TextPart>().Select(part => part.Text));
}
