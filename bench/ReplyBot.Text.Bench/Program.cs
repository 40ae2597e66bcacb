using System.Diagnostics;
using ReplyBot.Text;
using ReplyBot.Text.Bench;

// Usage: dotnet run -c Release --project bench/ReplyBot.Text.Bench [-- text …]
// Without a text: measures. With texts: shows what the library makes of them.
if (args.Length > 0)
{
    foreach (var text in args)
        Showing.Print(text);
    return;
}

var before = Process.GetCurrentProcess().PrivateMemorySize64;
var watch = Stopwatch.StartNew();
Measuring.Load();
Console.WriteLine($"load               {watch.Elapsed.TotalMilliseconds,12:N0} ms");
GC.Collect();
Console.WriteLine($"managed heap       {GC.GetTotalMemory(true) / 1e6,12:N1} MB");
Console.WriteLine($"private memory     {(Process.GetCurrentProcess().PrivateMemorySize64 - before) / 1e6,12:N1} MB more than before loading");
Measuring.Run();
