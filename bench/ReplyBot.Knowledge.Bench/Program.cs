using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Bench;

// Usage: dotnet run -c Release --project bench/ReplyBot.Knowledge.Bench [-- knowledge-base [scripts [variants]]]
var folder = args.Length > 0 ? args[0] : "knowledge-base";
var scripts = args.Length > 1 ? int.Parse(args[1]) : 100_000;
var variants = args.Length > 2 ? int.Parse(args[2]) : 100_000;
if (KnowledgeBaseReader.Read(folder).Base is not { } shop)
{
    await Console.Error.WriteLineAsync($"{folder} cannot be read.");
    return 2;
}

Loading.Run(LargeBase.Make(shop, variants / LargeBase.VariantsEach));
Keystrokes.Run(LargeBase.Make(shop, scripts));
return 0;
