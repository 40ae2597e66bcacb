using ReplyBot.Conversations;
using ReplyBot.Conversations.Replies;
using ReplyBot.SuggestionsApi;
using ReplyBot.Tests.Security;

namespace ReplyBot.Tests.SuggestionsApi;

public class RecentAdviceTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 30, TimeSpan.FromHours(8));

    [Fact]
    public void Of_WhenAskedAgainInTheSameMinute_IsRemembered_OtherwiseMadeAnew()
    {
        var (recent, serving, made) = (new RecentAdvice(), SmallShop.Serve(), 0);
        var advisor = new ReplyAdvisor(ChannelSettings.None);
        Advice Ask(Conversations.Serving.ServingBase current, string text, string channel, DateTimeOffset at)
        {
            var context = new AdviceContext(channel, at, ConversationMemory.Empty);
            return recent.Of(current, text, context, () =>
            {
                made++;
                return advisor.Advise(current, text, context);
            });
        }

        var first = Ask(serving, "在吗", "web", Now);
        Ask(serving, "在吗", "web", Now.AddSeconds(20)).ShouldBeSameAs(first);
        made.ShouldBe(1);
        Ask(serving, "在么", "web", Now);
        Ask(serving, "在吗", "jd", Now);
        Ask(serving, "在吗", "web", Now.AddSeconds(30));
        Ask(SmallShop.Serve(), "在吗", "web", Now.AddSeconds(30));
        made.ShouldBe(5);
    }
}
