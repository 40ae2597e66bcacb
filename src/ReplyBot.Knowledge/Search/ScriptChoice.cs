namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Chooses the best of the scripts that were heard of, one by one. A further script of an intent that is already represented counts
/// less: whoever chooses among three suggestions is served best by the three likeliest meanings. What speaks for a script is worked
/// out in full only when nothing else could come before it, which is so for a handful of some sixty.
/// </summary>
internal sealed class ScriptChoice
{
    /// <summary>More than shops have.</summary>
    private const int MostIntents = 512;

    private readonly ScriptIndex _index;
    private readonly ScriptQuery _query;
    private readonly string _normalized;
    private readonly HeardScripts _heard;
    private readonly Standing[] _open;

    /// <param name="index">The index that was searched.</param>
    /// <param name="query">The query.</param>
    /// <param name="normalized">Its text as it is compared.</param>
    /// <param name="heard">The scripts that were heard of.</param>
    public ScriptChoice(ScriptIndex index, ScriptQuery query, string normalized, HeardScripts heard)
    {
        (_index, _query, _normalized, _heard, _open) = (index, query, normalized, heard, new Standing[heard.Count]);
        Span<double> evidence = index.Intents <= MostIntents ? stackalloc double[index.Intents] : new double[index.Intents];
        index.Weigh(query.IntentConfidences, evidence);
        var conditions = new List<ScoreFeature>();
        for (var place = 0; place < _open.Length; place++)
        {
            var logit = index.Bound(query, heard.ScriptAt(place), heard.At(place), evidence, conditions);
            _open[place] = new Standing { Logit = logit, Score = ScriptRanker.Probability(logit) };
        }
    }

    /// <summary>The best hits, the best first.</summary>
    public List<ScriptHit> Take()
    {
        var chosen = new List<ScriptHit>(Math.Min(_query.Top, _open.Length));
        while (chosen.Count < Math.Min(_query.Top, _open.Length))
        {
            var best = Best();
            ref var standing = ref _open[best];
            if (standing.Hit is { } hit)
            {
                chosen.Add(hit);
                standing.IsChosen = true;
                RepeatIntentOf(best);
                continue;
            }

            hit = _index.Explain(_query, _normalized, _heard.ScriptAt(best), _heard.At(best));
            for (var times = 0; times < standing.Repeats; times++)
                hit = _index.Repeat(hit);
            (standing.Hit, standing.Score) = (hit, hit.Score);
        }

        return chosen;
    }

    private int Best()
    {
        var best = -1;
        for (var place = 0; place < _open.Length; place++)
        {
            if (!_open[place].IsChosen && (best < 0 || IsBetter(place, best)))
                best = place;
        }

        return best;
    }

    private bool IsBetter(int left, int right) => _open[left].Score != _open[right].Score
        ? _open[left].Score > _open[right].Score
        : string.CompareOrdinal(_index.ScriptAt(_heard.ScriptAt(left)).Id, _index.ScriptAt(_heard.ScriptAt(right)).Id) < 0;

    private void RepeatIntentOf(int chosen)
    {
        var intent = _index.IntentOf(_heard.ScriptAt(chosen));
        for (var place = 0; place < _open.Length; place++)
        {
            ref var standing = ref _open[place];
            if (standing.IsChosen || _index.IntentOf(_heard.ScriptAt(place)) != intent)
                continue;
            standing.Repeats++;
            standing.Logit += _index.RepeatWeight;
            standing.Hit = standing.Hit is { } hit ? _index.Repeat(hit) : null;
            standing.Score = standing.Hit?.Score ?? ScriptRanker.Probability(standing.Logit);
        }
    }

    /// <summary>How a script stands in the choice.</summary>
    private struct Standing
    {
        /// <summary>What its score does not exceed, on the logistic scale.</summary>
        public double Logit;

        /// <summary>Its score where <see cref="Hit"/> is known, else what that does not exceed.</summary>
        public double Score;

        /// <summary>The script with what speaks for it; null until it was worked out.</summary>
        public ScriptHit? Hit;

        /// <summary>How many scripts of its intent were chosen before.</summary>
        public int Repeats;

        public bool IsChosen;
    }
}
