namespace ReplyBot.Knowledge.Search;

/// <summary>Finds scripts. Immutable; any number of threads may search at a time.</summary>
public interface IScriptIndex
{
    /// <summary>The hash of the bundle that is searched: the version that answers.</summary>
    string BundleHash { get; }

    /// <summary>The scripts that answer a buyer's question, best first.</summary>
    IReadOnlyList<ScriptHit> Search(ScriptQuery query);

    /// <summary>
    /// The scripts that an agent means while typing: words, pinyin (fahuo), initials (fhsj), with slips. Best first.
    /// </summary>
    IReadOnlyList<LookupHit> Lookup(LookupQuery query);
}
