using System.CommandLine;
using System.Globalization;
using ReplyBot.Conversations.Serving;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Cli;

/// <summary><c>kb search</c>: look for scripts by a buyer's words, or by pinyin and initials as agents type them.</summary>
internal static class KbSearchCommand
{
    public static Command Create(FolderOptions folders)
    {
        var text = new Argument<string>("text") { Description = "买家的话，或拼音（fahuo）、首字母（fhsj） / a buyer's words, or pinyin (fahuo) or initials (fhsj)" };
        text.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("请写上要找的话 / say what to look for");
        });
        var channel = new Option<string?>("--channel") { Description = "只看这个渠道可用的话术 / only scripts this channel may use", HelpName = "ID" };
        var top = TopOption.Create("最多几条 / how many at most", usual: 5);
        var explain = new Option<bool>("--explain") { Description = "说明每条的得分 / say what each score is made of" };
        var command = new Command("search", """
            在已发布的话术里搜索 / search the published scripts

            Examples:
              replybot kb search 发货要多久 --explain
              replybot kb search fhsj --channel jd --top 10
            """) { text, channel, top, explain };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var serving = await workspace.PrepareAsync(cancellation);
            if (parsed.GetValue(channel) is { } chosen)
                KnownChannel.Require(serving, chosen);
            var asked = parsed.GetValue(text)!;
            if (IsSpelt(asked))
                WriteSpelt(serving, asked, parsed.GetValue(channel), parsed.GetValue(top));
            else
                WriteAsked(serving, asked, parsed.GetValue(channel), parsed.GetValue(top), parsed.GetValue(explain));
            return 0;
        });
        return command;
    }

    /// <summary>Buyers write Chinese; letters alone are what an agent types for it.</summary>
    private static bool IsSpelt(string text) => text.Any(char.IsAsciiLetter) && text.All(char.IsAscii);

    private static void WriteSpelt(ServingBase serving, string typed, string? channel, int top)
    {
        foreach (var hit in serving.Index.Lookup(new LookupQuery(typed, TimeProvider.System.GetUtcNow(), channel, top)))
        {
            var matched = string.Join('…', hit.Highlights.Select(part => hit.Script.Question.Substring(part.Start, part.Length)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score:0.000}  {hit.Script.Id}  {hit.Script.Question}{(matched.Length > 0 ? $"  ← {matched}" : "")}"));
        }
    }

    private static void WriteAsked(ServingBase serving, string asked, string? channel, int top, bool explain)
    {
        var read = serving.Reader.Read(asked);
        var hits = serving.Index.Search(new ScriptQuery(read.Text, TimeProvider.System.GetUtcNow())
        {
            Channel = channel,
            Top = top,
            IncludeAgentOnly = true,
            Adoption = serving.Adoption,
            IntentConfidences = read.Intent.Ranked.ToDictionary(scored => scored.Id, scored => scored.Confidence),
        });
        foreach (var hit in hits)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score:0.000}  {hit.Script.Id}  {hit.Script.Question}  ← {hit.MatchedText}"));
            if (!explain)
                continue;
            foreach (var feature in hit.Features)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"       {feature.Value * feature.Weight,7:+0.000;-0.000;0.000}  {feature.Name} = {feature.Value:0.###} × {feature.Weight:0.###}"));
        }
    }
}
