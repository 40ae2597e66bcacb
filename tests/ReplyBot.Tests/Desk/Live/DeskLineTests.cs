using ReplyBot.Accounts;
using ReplyBot.Desk.Live;

namespace ReplyBot.Tests.Desk.Live;

public class DeskLineTests
{
    private static readonly DeskNews News = new("conversationChanged", new { });

    [Fact]
    public async Task Post_WhenOnePageTakesNothing_CutsItAndTellsTheOthers()
    {
        var lines = new DeskLines(new SessionEndings());
        var cut = new List<string>();
        var slow = new DeskLine("slow", "session", () => cut.Add("slow"));
        var quick = new DeskLine("quick", "session", () => cut.Add("quick"));
        lines.Open("1", slow);
        lines.Open("2", quick);
        var stuck = new TaskCompletionSource();
        using var told = new SemaphoreSlim(0);
        _ = slow.PumpAsync((_, _) => stuck.Task, CancellationToken.None);
        _ = quick.PumpAsync((_, _) => Task.FromResult(told.Release()), CancellationToken.None);

        for (var number = 0; number < 300; number++)
        {
            lines.Post(News);
            (await told.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        }

        cut.Distinct().ShouldBe(["slow"]);
        stuck.SetResult();
    }

    [Fact]
    public async Task PumpAsync_WhenThePageIsGone_Ends()
    {
        using var gone = new CancellationTokenSource();
        var pumping = new DeskLine("agent", "session", () => { }).PumpAsync((_, _) => Task.CompletedTask, gone.Token);
        await gone.CancelAsync();
        await pumping;
    }
}
