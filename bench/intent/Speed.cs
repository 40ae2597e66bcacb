using System.Diagnostics;
using ReplyBot.Intent.Classification;

/// <summary>Times single classifications on one core.</summary>
internal static class Speed
{
    private const int Rounds = 5;

    public static void Measure(IIntentClassifier classifier, IReadOnlyList<string> utterances)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Clear();
            foreach (var utterance in utterances)
            {
                var before = Stopwatch.GetTimestamp();
                classifier.Classify(utterance);
                times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            }
        }

        times.Sort();
        Console.WriteLine($"classify: median {times[times.Count / 2]:0.0} µs, 99th percentile {times[times.Count * 99 / 100]:0.0} µs, {1e6 / times.Average():0} a second");
    }
}
