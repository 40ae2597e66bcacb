using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.SuggestionsApi;

namespace ReplyBot.Cli;

/// <summary><c>suggest</c>: one utterance a line in, what the bot makes of it out, a line each and in order.</summary>
internal static class SuggestCommand
{
    /// <summary>The command line's form is older than the open slots and stays as it is: the blanks in the text show them.</summary>
    private static readonly JsonSerializerOptions Json = new(SuggestJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type =>
        {
            if (type.Type == typeof(SuggestScript))
                type.Properties.Remove(type.Properties.Single(property => property.Name == "openSlots"));
        }),
    };

    public static Command Create(FolderOptions folders)
    {
        var json = new Option<bool>("--json") { Description = "每行输出一个 JSON 对象 / one JSON object a line" };
        var channel = new Option<string>("--channel") { Description = "渠道 / the channel whose scripts may be used", HelpName = "ID", DefaultValueFactory = _ => "web" };
        var top = TopOption.Create("最多几条建议 / how many suggestions at most", usual: 3);
        var command = new Command("suggest", """
            从标准输入逐行读买家的话，给出意图、情绪、决定和建议话术 / read buyers' utterances from standard input, a line each, and say what the bot makes of them

            Examples:
              echo 什么时候发货 | replybot suggest
              replybot suggest --json --channel jd --top 5 < utterances.txt > suggestions.jsonl
            """) { json, channel, top };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var serving = await workspace.PrepareAsync(cancellation);
            var chosen = parsed.GetValue(channel)!;
            KnownChannel.Require(serving, chosen);
            Run(serving, chosen, parsed.GetValue(top), parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static void Run(ServingBase serving, string channel, int top, bool json)
    {
        var advisor = new ReplyAdvisor(ChannelSettings.None);
        var now = ShopClock.China.Local(TimeProvider.System.GetUtcNow());
        var context = new AdviceContext(channel, now, ConversationMemory.Empty) { Top = Math.Max(top, 5) };
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        while (input.ReadLine() is { } line)
        {
            var started = Stopwatch.GetTimestamp();
            var advice = advisor.Advise(serving, line, context);
            var facts = new SlotFacts(serving.Bundle.Content, null, null, line, default, now);
            var elapsed = Stopwatch.GetElapsedTime(started);
            output.WriteLine(json ? JsonSerializer.Serialize(SuggestLine.Of(line, advice, facts, top, elapsed), Json) : Readable(line, advice, facts, top));
            if (input.Peek() < 0)
                output.Flush();
        }
    }

    private static string Readable(string text, Advice advice, SlotFacts facts, int top)
    {
        var lines = new StringBuilder();
        var best = advice.Read.Intent.Top;
        lines.Append(CultureInfo.InvariantCulture, $"{text}\n  → {advice.Decision.Action.ToString().ToLowerInvariant()}  {best.Id} {best.Confidence:0.00}  {advice.Read.Emotion.Label}");
        foreach (var hit in advice.Hits.Take(top))
            lines.Append(CultureInfo.InvariantCulture, $"\n  {hit.Score:0.00} {hit.Script.Id}  {SuggestLine.Script(hit, facts).Text}");
        return lines.ToString();
    }
}
