using ReplyBot.Conversations.Metrics;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Platforms;

namespace ReplyBot.Conversations.Tests.Metrics;

public class DayForecastTests
{
    private static readonly ServiceClock Target = new(20, 45, 0.9m, 1.2m, "09:00-23:00");

    [Fact]
    public void Of_WhenItGoesOnAsBefore_EndsAtTodaysRate()
    {
        var forecast = DayForecast.Of(Figures(asking: 50, missed: 5, seconds: 10), null, waiting: 0, shareOfDay: 0.5, Target)!;
        (forecast.ExpectedBuyers, forecast.ReplyRate, forecast.MeetsReplyRate).ShouldBe((100, 0.9, true));
        (forecast.NeededReplyRate, forecast.FirstResponseSeconds, forecast.MeetsFirstResponse).ShouldBe((0.9, 10, true));
    }

    [Fact]
    public void Of_WhenItWentBetterLately_ExpectsTheRestOfTheDayToGoSo()
    {
        var forecast = DayForecast.Of(Figures(asking: 50, missed: 10, seconds: 30), Figures(asking: 10, missed: 0, seconds: 6), waiting: 0, shareOfDay: 0.5, Target)!;
        forecast.ReplyRate.ShouldBe(0.9);
        forecast.NeededReplyRate!.Value.ShouldBe(1, 0.0001);
    }

    [Fact]
    public void Of_WhenTheTargetCannotBeReachedAnyMore_SaysSo() =>
        DayForecast.Of(Figures(asking: 90, missed: 45, seconds: 10), null, waiting: 0, shareOfDay: 0.9, Target)!.NeededReplyRate!.Value.ShouldBeGreaterThan(1);

    [Fact]
    public void Of_WhenSomeJustAsked_DoesNotTakeThemForMissed() =>
        DayForecast.Of(Figures(asking: 10, missed: 2, seconds: 10), null, waiting: 2, shareOfDay: 1, Target)!.ReplyRate.ShouldBe(1);

    [Fact]
    public void Of_BeforeTheFirstBuyer_KnowsNothing() =>
        DayForecast.Of(Figures(asking: 0, missed: 0, seconds: 0), null, 0, 0.5, Target).ShouldBeNull();

    [Fact]
    public void ShareBy_WithoutEarlierDays_GoesByTheOfficeHours()
    {
        var knowledge = new KnowledgeBase { Platforms = [new Platform("web", ["web"], [], [], [], [], [], [], Target)] };
        var none = new ArrivalProfile(Array.Empty<(string, TimeOnly)>().ToLookup(arrival => arrival.Item1, arrival => arrival.Item2));
        none.ShareBy(knowledge, "web", new DateTimeOffset(2026, 5, 1, 16, 0, 0, TimeSpan.FromHours(8))).ShouldBe(0.5, 0.01);
        var mornings = new ArrivalProfile(Enumerable.Range(0, 20).ToLookup(_ => "web", minute => new TimeOnly(10, minute)));
        mornings.ShareBy(knowledge, "web", new DateTimeOffset(2026, 5, 1, 10, 9, 0, TimeSpan.FromHours(8))).ShouldBe(0.5);
    }

    private static ServiceFigures Figures(int asking, int missed, double seconds) => new(
        "web", Served.Together, null, asking, asking - missed, new DurationSummary(asking - missed, seconds, seconds, seconds), new DurationSummary(asking - missed, seconds, seconds, seconds),
        asking, [.. Enumerable.Range(0, missed).Select(number => $"c{number}")]);
}
