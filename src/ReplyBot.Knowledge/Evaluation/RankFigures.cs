namespace ReplyBot.Knowledge.Evaluation;

/// <summary>Counts at which rank the first right answer stood.</summary>
internal sealed class RankFigures
{
    private readonly int[] _atRank = new int[11];
    private double _reciprocals;
    private int _queries;

    public double MeanReciprocalRank => _queries == 0 ? 0 : _reciprocals / _queries;

    public void Add(int rank)
    {
        _queries++;
        if (rank is < 1 or > 10)
            return;
        _atRank[rank]++;
        _reciprocals += 1.0 / rank;
    }

    public double Share(int ranks) => _queries == 0 ? 0 : (double)_atRank.AsSpan(0, ranks + 1).ToArray().Sum() / _queries;
}
