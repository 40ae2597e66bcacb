using System.Diagnostics;

/// <summary>Times single calls on one core.</summary>
internal static class Speed
{
    private const int Rounds = 5;

    /// <summary>Prints the median and the 99th percentile of the last round, after the others have warmed up.</summary>
    public static void Measure(string name, IReadOnlyList<string> texts, Action<string> call)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Clear();
            foreach (var text in texts)
            {
                var before = Stopwatch.GetTimestamp();
                call(text);
                times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            }
        }

        times.Sort();
        Console.WriteLine($"{name}: median {times[times.Count / 2]:0.0} µs, 99th percentile {times[times.Count * 99 / 100]:0.0} µs, {1e6 / times.Average():0} a second");
    }
}
