using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Metrics;
using ReplyBot.Storage;
using Spectre.Console;

namespace ReplyBot.Cli;

/// <summary><c>report</c>: the service clocks of a day or several, computed from what happened.</summary>
internal static class ReportCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Command Create(FolderOptions folders)
    {
        var day = new Option<string?>("--day") { Description = "店铺时间的哪一天，默认今天 / the day on the shop's clock; today where nothing is said", HelpName = DayFormat };
        var days = new Option<int>("--days") { Description = "从这天起共几天 / how many days from it on", HelpName = "N", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "输出 JSON，含未回复会话清单 / print JSON, with the list of the missed" };
        var command = new Command("report", """
            服务指标：首响、响应、答问比、回复率，按渠道和客服，机器人与人工分开及合计 / service figures by channel and agent, bot and people apart and together

            Examples:
              replybot report
              replybot report --day 2026-05-01 --days 7 --json
            """) { day, days, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var from = StartOf(parsed.GetValue(day));
            var count = parsed.GetValue(days);
            if (count is < 1 or > 366)
                throw new CannotRunException("--days 须在 1 到 366 之间 / --days must be from 1 to 366");
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var figures = ServiceClocks.Compute(await new EventLog(workspace.Database).ReadAsync(from, from.AddDays(count), cancellation));
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(figures, SuggestJson.Options));
            else
                Write(figures);
            return 0;
        });
        return command;
    }

    private static DateTimeOffset StartOf(string? day)
    {
        var today = ShopClock.China.Local(TimeProvider.System.GetUtcNow());
        if (day is null)
            return new DateTimeOffset(today.Date, today.Offset);
        return DateTime.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date, today.Offset)
            : throw new CannotRunException($"日期须写成 {DayFormat} / the day must be written {DayFormat}: {day}");
    }

    private static void Write(IReadOnlyList<ServiceFigures> figures)
    {
        if (figures.Count == 0)
        {
            Console.WriteLine("这段时间没有会话 / nothing happened in this period");
            return;
        }
        var table = new Table().AddColumns("渠道 channel", "谁 who", "买家消息 asked", "回复 replies", "首响 first s", "平均响应 response s", "答问比 ratio", "回复率 rate", "未回复 missed");
        foreach (var row in figures)
        {
            table.AddRow(
                Markup.Escape(row.Channel), Markup.Escape(row.AgentId ?? NameOf(row.Served)), Number(row.BuyerMessages), Number(row.Replies),
                Seconds(row.FirstResponse), Seconds(row.Response), row.AnswerRatio.ToString("0.00", CultureInfo.InvariantCulture),
                row.ReplyRate.ToString("P1", CultureInfo.InvariantCulture), Number(row.Missed.Count));
        }
        AnsiConsole.Write(table);
    }

    private static string NameOf(Served served) => served switch
    {
        Served.Bot => "机器人 bot",
        Served.Human => "人工 people",
        _ => "合计 together",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(DurationSummary times) => times.Count == 0 ? "-" : times.AverageSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
