using System.Collections.Concurrent;

namespace ReplyBot.Knowledge.Search;

/// <summary>Lends arrays of scores, all 0, one to each search that runs at a time.</summary>
internal sealed class ScoreArrays(int length)
{
    private readonly ConcurrentBag<int[]> _free = [];

    public int[] Rent() => _free.TryTake(out var scores) ? scores : new int[length];

    /// <summary>Takes an array back; its scores must be 0 again.</summary>
    public void Return(int[] scores) => _free.Add(scores);
}
