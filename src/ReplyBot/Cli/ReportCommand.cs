using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReplyBot.Board;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Metrics;
using ReplyBot.Storage;
using ReplyBot.SuggestionsApi;
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
            服务指标：首响、响应、答问比、回复率，按渠道、班次和客服，机器人与人工分开及合计；当天另有预测 / service figures by channel, shift and agent, bot and people apart and together; of today a forecast as well

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
            var log = new EventLog(workspace.Database);
            var knowledge = workspace.ReadShop();
            var rules = ClockRules.Of(knowledge, ShopClock.China);
            var events = await log.ReadAsync(from, from.AddDays(count), cancellation);
            var figures = ServiceClocks.Compute(events, rules);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(figures, SuggestJson.Options));
            else
                Write(figures);
            if (!parsed.GetValue(json) && parsed.GetValue(day) is null && count == 1)
                Write(await new ForecastReader(log, ShopClock.China).ReadAsync(events, rules, knowledge, TimeProvider.System.GetUtcNow(), cancellation));
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
        var table = new Table().AddColumns("渠道 channel", "班次 shift", "谁 who", "买家消息 asked", "回复 replies", "首响 first s", "平均响应 response s", "答问比 ratio", "回复率 rate", "未回复 missed");
        foreach (var row in figures)
        {
            table.AddRow(
                Markup.Escape(row.Channel), Markup.Escape(row.Shift ?? "全天 all"), Markup.Escape(row.AgentId ?? NameOf(row.Served)), Number(row.BuyerMessages), Number(row.Replies),
                Seconds(row.FirstResponse), Seconds(row.Response), row.AnswerRatio.ToString("0.00", CultureInfo.InvariantCulture),
                row.ReplyRate.ToString("P1", CultureInfo.InvariantCulture), Number(row.Missed.Count));
        }
        AnsiConsole.Write(table);
    }

    private static void Write(IReadOnlyDictionary<string, DayForecast?> forecasts)
    {
        foreach (var (channel, forecast) in forecasts)
        {
            if (forecast is null)
                continue;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{channel} 今天预计 forecast: 买家 buyers {forecast.ExpectedBuyers}，回复率 rate {forecast.ReplyRate:P1}{Mark(forecast.MeetsReplyRate)}，首响 first {forecast.FirstResponseSeconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-"} s{Mark(forecast.MeetsFirstResponse)}{Needed(forecast.NeededReplyRate)}"));
        }
    }

    private static string Mark(bool? meets) => meets switch { true => " ✓", false => " ✗", _ => "" };

    private static string Needed(double? rate) => rate is { } needed
        ? string.Create(CultureInfo.InvariantCulture, $"，达标还需 the rest needs {needed:P1}{(needed > 1 ? "（已无法达标 out of reach）" : "")}")
        : "";

    private static string NameOf(Served served) => served switch
    {
        Served.Bot => "机器人 bot",
        Served.Human => "人工 people",
        _ => "合计 together",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(DurationSummary times) => times.Count == 0 ? "-" : times.AverageSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
