using ReplyBot.Accounts;

namespace ReplyBot.Tests.Accounts;

public class SignInLockoutTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));
    private readonly SignInLockout _lockout;

    public SignInLockoutTests() => _lockout = new SignInLockout(_clock);

    [Fact]
    public void Begin_WhenSixthWithinFiveMinutes_SaysHowLongToWait()
    {
        Try(5).ShouldAllBe(wait => wait == null);
        _clock.Advance(TimeSpan.FromMinutes(2));
        _lockout.Begin("xiaoli").ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Begin_WhenAnotherName_IsOpen()
    {
        Try(5);
        _lockout.Begin("dawei").ShouldBeNull();
    }

    [Fact]
    public void Begin_WhenFiveMinutesPassed_IsOpenAgain()
    {
        Try(5);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _lockout.Begin("xiaoli").ShouldBeNull();
    }

    [Fact]
    public void Begin_WhenClosed_DoesNotProlong()
    {
        Try(50);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _lockout.Begin("xiaoli").ShouldBeNull();
    }

    [Fact]
    public void Succeeded_AfterFourWrong_ForgetsThem()
    {
        Try(4);
        _lockout.Succeeded("xiaoli");
        Try(5).ShouldAllBe(wait => wait == null);
    }

    [Fact]
    public void Begin_WhenAHundredAtOnce_LetsFiveThrough()
    {
        var open = 0;
        Parallel.For(0, 100, _ =>
        {
            if (_lockout.Begin("xiaoli") is null)
                Interlocked.Increment(ref open);
        });
        open.ShouldBe(5);
    }

    [Fact]
    public void Begin_WhenManyNamesAreGuessed_KeepsTheClosedOneClosed()
    {
        Try(5);
        for (var number = 0; number < 30_000; number++)
            _lockout.Begin($"guess-{number}");
        _lockout.Begin("xiaoli").ShouldNotBeNull();
    }

    private List<TimeSpan?> Try(int times) => [.. Enumerable.Range(0, times).Select(_ => _lockout.Begin("xiaoli"))];
}
