using System.Diagnostics;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Bench;

/// <summary>Measures how long the index of a base takes to build and to take up again from its file.</summary>
internal static class Loading
{
    private const int Runs = 7;

    public static void Run(ScriptBundle bundle)
    {
        var variants = bundle.Content.Scripts.Sum(script => script.Variants.Count);
        var path = Path.GetTempFileName();
        try
        {
            var watch = Stopwatch.StartNew();
            ScriptIndexFile.Save(ScriptIndexBuilder.Build(bundle), path);
            Console.WriteLine($"{variants:N0} variants of {bundle.Content.Scripts.Count:N0} scripts: built and saved in {watch.Elapsed.TotalMilliseconds:N0} ms, {new FileInfo(path).Length / 1e6:N1} MB");
            var times = new double[Runs];
            for (var run = 0; run < Runs; run++)
            {
                GC.Collect();
                watch.Restart();
                if (ScriptIndexFile.Load(path, bundle).Index is null)
                    throw new InvalidOperationException("The index cannot be taken up again.");
                times[run] = watch.Elapsed.TotalMilliseconds;
            }

            Array.Sort(times);
            Console.WriteLine($"loaded from its file in {times[Runs / 2]:N0} ms ({times[0]:N0} to {times[^1]:N0} in {Runs} runs)");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
