using ReplyBot.Intent.Features;

namespace ReplyBot.Intent.Training;

/// <summary>Utterances as rows of weighted grams, one behind the other.</summary>
internal sealed class SparseRows
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    public SparseRows(IReadOnlyList<string> prepared, GramVocabulary vocabulary)
    {
        starts = new int[prepared.Count + 1];
        var allColumns = new List<int>();
        var allValues = new List<float>();
        for (var row = 0; row < prepared.Count; row++)
        {
            var room = prepared[row].Length * vocabulary.Longest;
            var grams = new int[room];
            var weights = new float[room];
            var known = vocabulary.Weigh(prepared[row], grams, weights).Known;
            allColumns.AddRange(grams.AsSpan(0, known));
            allValues.AddRange(weights.AsSpan(0, known));
            starts[row + 1] = allColumns.Count;
        }

        columns = [.. allColumns];
        values = [.. allValues];
    }

    public int Count => starts.Length - 1;

    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);
}
