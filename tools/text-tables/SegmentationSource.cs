using System.Globalization;
using ReplyBot.Text;
using ReplyBot.Text.Segmentation;
using ReplyBot.Text.Tables;

namespace TextTables;

/// <summary>
/// Makes the segmentation table from jieba's dictionary and hidden Markov model, as cppjieba carries them, and our own list of
/// words that shops and buyers use.
/// </summary>
internal static class SegmentationSource
{
    /// <summary>As often as a word of the own list is taken to occur, at least, among jieba's 60 million.</summary>
    private const long OwnWordCount = 1000;

    /// <summary>Builds the table; words are normalised and those that become equal are added up.</summary>
    public static SegmentationTables Build(string dictionaries, string ownList, TextNormalizer normalizer)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(dictionaries, "jieba.dict.utf8")))
        {
            var fields = line.Split(' ');
            var word = normalizer.Normalize(string.Join(' ', fields[..^2]));
            if (word.Length > 0)
                counts[word] = counts.GetValueOrDefault(word) + long.Parse(fields[^2], CultureInfo.InvariantCulture);
        }

        foreach (var word in File.ReadLines(ownList).Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var normal = normalizer.Normalize(word);
            counts[normal] = Math.Max(counts.GetValueOrDefault(normal), OwnWordCount);
        }

        var total = (double)counts.Values.Sum();
        var costs = counts.ToDictionary(entry => entry.Key, entry => WordCosts.Of(Math.Max(entry.Value, 1) / total), StringComparer.Ordinal);
        return new SegmentationTables(Trie.Build(costs), ReadModel(Path.Combine(dictionaries, "hmm_model.utf8")));
    }

    /// <summary>The file has, remarks aside, one line of start, four of transitions, four of emissions; states are B, E, M, S.</summary>
    private static HiddenMarkovModel ReadModel(string path)
    {
        var lines = File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        var start = ParseRow(lines[0]);
        var transitions = lines[1..(1 + HiddenMarkovModel.StateCount)].SelectMany(ParseRow).ToArray();
        var emissions = new Dictionary<char, float[]>();
        for (var state = 0; state < HiddenMarkovModel.StateCount; state++)
        {
            foreach (var entry in lines[1 + HiddenMarkovModel.StateCount + state].Split(','))
            {
                if (!emissions.TryGetValue(entry[0], out var row))
                {
                    row = emissions[entry[0]] = new float[HiddenMarkovModel.StateCount];
                    Array.Fill(row, float.MinValue);
                }

                row[state] = Parse(entry[2..]);
            }
        }

        return HiddenMarkovModel.Build(start, transitions, emissions);
    }

    private static float[] ParseRow(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static float Parse(string number) => (float)Math.Max(double.Parse(number, CultureInfo.InvariantCulture), float.MinValue);
}
