using ReplyBot.Intent.Features;

namespace ReplyBot.Intent.Training;

/// <summary>Utterances as rows of weighted grams, one behind the other.</summary>
internal sealed class SparseRows
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    /// <param name="prepared">The utterances.</param>
    /// <param name="vocabulary">The grams, whose columns come first.</param>
    /// <param name="further">For each utterance further values, whose columns come after the grams; null where there are none.</param>
    public SparseRows(IReadOnlyList<string> prepared, GramVocabulary vocabulary, IReadOnlyList<float[]>? further = null)
    {
        starts = new int[prepared.Count + 1];
        var allColumns = new List<int>();
        var allValues = new List<float>();
        for (var row = 0; row < prepared.Count; row++)
        {
            var room = prepared[row].Length * vocabulary.Longest;
            var grams = new int[room];
            var weights = new float[room];
            var known = vocabulary.Weigh(prepared[row], grams, weights);
            allColumns.AddRange(grams.AsSpan(0, known));
            allValues.AddRange(weights.AsSpan(0, known));
            foreach (var (value, index) in (further?[row] ?? []).Select((value, index) => (value, index)).Where(item => item.value != 0))
            {
                allColumns.Add(vocabulary.Count + index);
                allValues.Add(value);
            }

            starts[row + 1] = allColumns.Count;
        }

        columns = [.. allColumns];
        values = [.. allValues];
    }

    public int Count => starts.Length - 1;

    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);
}
