using System.Text.Json;
using ReplyBot.Accounts;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Editor.Inbox;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Editor;

public class InboxEndpointsTests
{
    private static readonly string[] OneKey = [QuestionClusters.KeyOf("能刻字吗")];

    [Fact]
    public async Task List_ShowsUnansweredQuestions_TheMostAskedFirstAndWithoutNumbers()
    {
        await using var console = await TestConsole.StartAsync();
        await HandedOverAsync(console, "c1", "能刻字吗", HandoffReason.Unsure);
        await HandedOverAsync(console, "c2", "能刻字吗？", HandoffReason.RepeatedMiss);
        await HandedOverAsync(console, "c3", "我的手机13812345678可以改绑吗", HandoffReason.OutOfScope);
        await HandedOverAsync(console, "c4", "我要找人工", HandoffReason.Requested);
        var editor = await console.SignInAsync("editor", Roles.Editor);

        var groups = await ListAsync(editor);

        groups.Select(group => (group.GetProperty("question").GetString(), group.GetProperty("count").GetInt32()))
            .ShouldBe([("能刻字吗？", 2), ("我的手机****可以改绑吗", 1)]);
        groups[0].GetProperty("unanswered").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("刻字免费，要加两天。", "s1", null)]
    [InlineData("可以刻，免费的。", "s1", "edited")]
    [InlineData("可以的亲", null, "replaced")]
    public async Task List_ShowsWhatAgentsChangedOrReplaced(string reply, string? suggestion, string? shortfall)
    {
        await using var console = await TestConsole.StartAsync();
        var asked = await console.BuyerSaysAsync("c1", "刻字怎么收费");
        var change = new ConversationChange(asked, console.Clock.GetUtcNow());
        change.Suggest(new SuggestionSet(1, [new Suggestion("s1", 1, "custom.engrave.standard", "问", "custom", "刻字免费，要加两天。", 0.9, "因为", [])]));
        change = new ConversationChange(await console.CommitAsync(change), console.Clock.GetUtcNow());
        change.Say(MessageAuthor.Agent, MessageKind.Message, reply, said => said with { AgentId = "a1" });
        if (suggestion is not null)
            change.UseSuggestion(suggestion, "a1", changed: shortfall is null ? 0 : 0.5);
        await console.CommitAsync(change);
        var editor = await console.SignInAsync("editor", Roles.Editor);

        var groups = await ListAsync(editor);

        groups.Count.ShouldBe(shortfall is null ? 0 : 1);
        if (shortfall is null)
            return;
        var example = groups[0].GetProperty("examples")[0];
        (example.GetProperty("shortfall").GetString(), example.GetProperty("reply").GetString(), groups[0].GetProperty("scriptId").GetString())
            .ShouldBe((shortfall, reply, "custom.engrave.standard"));
    }

    [Fact]
    public async Task List_OfAQuestionThatWasHandedOver_ShowsItOnceWithTheAgentsReply()
    {
        await using var console = await TestConsole.StartAsync();
        foreach (var (id, text, reason) in new[] { ("c1", "能刻字吗", HandoffReason.Unsure), ("c2", "转人工", HandoffReason.Requested) })
        {
            await HandedOverAsync(console, id, text, reason);
            var change = new ConversationChange((await console.Store.FindAsync(id, CancellationToken.None))!, console.Clock.GetUtcNow());
            change.Suggest(new SuggestionSet(1, [new Suggestion($"s-{id}", 1, "custom.engrave.standard", "问", "custom", "刻字免费。", 0.4, "因为", [])]));
            change.Say(MessageAuthor.Agent, MessageKind.Message, "可以刻，两天就好。", said => said with { AgentId = "a1" });
            await console.CommitAsync(change);
        }
        var editor = await console.SignInAsync("editor", Roles.Editor);

        var group = (await ListAsync(editor)).ShouldHaveSingleItem();

        (group.GetProperty("count").GetInt32(), group.GetProperty("unanswered").GetInt32(), group.GetProperty("examples")[0].GetProperty("reply").GetString())
            .ShouldBe((1, 1, "可以刻，两天就好。"));
    }

    [Theory]
    [InlineData(NoticeScripts.Clarify, 1)]
    [InlineData(NoticeScripts.OrderPhoneTail, 0)]
    public async Task List_ShowsWhatTheBotHadToAskBack(string asked, int groups)
    {
        await using var console = await TestConsole.StartAsync();
        var change = new ConversationChange(await console.BuyerSaysAsync("c1", "那个可以弄吗"), console.Clock.GetUtcNow());
        change.Happened(ConversationEventKind.Decided, "bot", 1, ("action", "Clarify"), ("reason", asked));
        await console.CommitAsync(change);
        var editor = await console.SignInAsync("editor", Roles.Editor);

        (await ListAsync(editor)).Count(group => group.GetProperty("askedBack").GetInt32() == 1).ShouldBe(groups);
    }

    [Theory]
    [InlineData("dismissed", 0)]
    [InlineData("variant", 1)]
    public async Task Decide_TakesTheQuestionOut_AndOnlyDismissedOnesStayOut(string outcome, int again)
    {
        await using var console = await TestConsole.StartAsync();
        await HandedOverAsync(console, "c1", "能刻字吗", HandoffReason.Unsure);
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var keys = (await ListAsync(editor))[0].GetProperty("keys").Deserialize<string[]>();

        (await editor.PostAsync("/api/editor/inbox/decide", new { keys, outcome, scriptId = "a.b.c" })).Status.ShouldBe(204);

        (await ListAsync(editor)).ShouldBeEmpty();
        console.Clock.Advance(TimeSpan.FromMinutes(1));
        await HandedOverAsync(console, "c2", "能刻字吗", HandoffReason.Unsure);
        (await ListAsync(editor)).Count.ShouldBe(again);
    }

    [Fact]
    public async Task Decide_WithoutAnOutcome_NamesTheField()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        (await editor.PostAsync("/api/editor/inbox/decide", new { keys = OneKey })).Blames("outcome").ShouldBeTrue();
        (await editor.PostAsync("/api/editor/inbox/decide", new { keys = Array.Empty<string>(), outcome = "dismissed" })).Blames("keys").ShouldBeTrue();
    }

    private static async Task HandedOverAsync(TestConsole console, string id, string text, HandoffReason reason)
    {
        var change = new ConversationChange(await console.BuyerSaysAsync(id, text), console.Clock.GetUtcNow());
        change.OpenHandoff($"h-{id}", reason, text);
        change.Say(MessageAuthor.Bot, MessageKind.Notice, "亲，稍等，这就请同事来看。");
        await console.CommitAsync(change);
    }

    private static async Task<List<JsonElement>> ListAsync(ConsoleClient editor) =>
        [.. (await editor.GetAsync("/api/editor/inbox")).Body.GetProperty("items").EnumerateArray()];
}
