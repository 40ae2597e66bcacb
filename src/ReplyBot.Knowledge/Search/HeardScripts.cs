namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The scripts of which a search heard witnesses, in the order in which it did. Objects are reused from search to search: a search puts
/// together some sixty scripts of hundreds of documents, and all but a few of them are forgotten at its end.
/// </summary>
/// <param name="scripts">How many scripts there are.</param>
internal sealed class HeardScripts(int scripts)
{
    /// <summary>Where each script stands, plus 1; 0 for those that were not heard of.</summary>
    private readonly int[] _places = new int[scripts];
    private readonly List<int> _scripts = [];
    private readonly List<ScriptWitnesses> _witnesses = [];

    public int Count => _scripts.Count;

    /// <summary>The script at a place.</summary>
    public int ScriptAt(int place) => _scripts[place];

    /// <summary>What is known of the script at a place.</summary>
    public ScriptWitnesses At(int place) => _witnesses[place];

    /// <summary>Whether a script was heard of.</summary>
    public bool Has(int script) => _places[script] != 0;

    /// <summary>What is known of a script, which is heard of from now on.</summary>
    public ScriptWitnesses Of(int script)
    {
        if (_places[script] is > 0 and var known)
            return _witnesses[known - 1];
        _scripts.Add(script);
        _places[script] = _scripts.Count;
        if (_witnesses.Count < _scripts.Count)
            _witnesses.Add(new ScriptWitnesses());
        else
            _witnesses[_scripts.Count - 1].Clear();
        return _witnesses[_scripts.Count - 1];
    }

    /// <summary>Forgets all scripts.</summary>
    public void Clear()
    {
        foreach (var script in _scripts)
            _places[script] = 0;
        _scripts.Clear();
    }
}
