using ReplyBot.EndToEnd.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Security;

/// <summary>
/// What buyers and agents write runs nowhere: not as text, name or card of a buyer, on the buyer's page or in the console, nor as an
/// agent's words on the buyer's page.
/// </summary>
[Collection(RunningShopCollection.Name)]
public class XssTests(RunningShop shop)
{
    /// <summary>Messages that may come into a conversation at once.</summary>
    private const int PageLoad = 24;

    private const string Marker = "以上就是全部了";
    private const string AgentsMarker = "我这边也说完了";

    /// <summary>What the guard has something against, so that its findings are shown.</summary>
    private const string Blamed = "全网最低价";

    private const string SendAsAgent = """
        async ([id, texts]) => {
          const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1]);
          const post = (path, body) => fetch(`/api/desk/conversations/${id}/${path}`, {
            method: 'POST', headers: { 'content-type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(body),
          });
          const { conversation } = await (await post('accept', {})).json();
          let sent = 0;
          for (const text of texts)
            if ((await post('send', { epoch: conversation.epoch, text, clientId: crypto.randomUUID() })).ok) sent++;
          return sent;
        }
        """;

    [XssFact]
    public async Task Pages_WhateverIsWritten_RunNothingAndAskNobody()
    {
        var payloads = XssPayloads.Read();
        payloads.Length.ShouldBeGreaterThan(100);
        var agentContext = await shop.AgentContextAsync();
        var agentWatch = await XssWatch.OverAsync(agentContext, shop.Address);
        await using var console = await ConsolePage.OpenAsync(agentContext, shop.Address);
        foreach (var some in payloads.Chunk(PageLoad))
        {
            var context = await shop.Browser.NewContextAsync();
            var watch = await XssWatch.OverAsync(context, shop.Address);
            await using var buyer = await BuyerPage.OpenAsync(context, shop.Address);
            await SendAsBuyerAsync(buyer, some);
            await console.OpenAsync(buyer.ConversationId, "all");
            await Expect(console.Messages.Filter(new() { HasText = Marker })).ToBeVisibleAsync();
            var sent = await console.Page.EvaluateAsync<int>(SendAsAgent, new object[] { buyer.ConversationId, some.Append(AgentsMarker).ToArray() });
            sent.ShouldBeGreaterThan(0);
            await Expect(buyer.Messages.Filter(new() { HasText = AgentsMarker })).ToBeVisibleAsync();
            await Expect(console.Messages.Filter(new() { HasText = AgentsMarker })).ToBeVisibleAsync();
            await DraftAsync(console, some);

            await watch.RanNothingAsync(buyer.Page, "/");
            await agentWatch.RanNothingAsync(console.Page, "/console");
            // An agent may not hold as many buyers as the whole lists make.
            await console.CloseAsync();
        }
        // What the bot had no answer for is grouped for the editors.
        await console.Page.GotoAsync(new Uri(shop.Address, "/console/inbox").ToString());
        await Expect(console.Page.GetByTestId("inbox-page")).ToBeVisibleAsync();
        await Expect(console.Page.GetByTestId("inbox-dismiss").First).ToBeVisibleAsync();
        await agentWatch.RanNothingAsync(console.Page, "/console");
    }

    /// <summary>Every payload stands in the agent's draft, where it is checked and marked as it is typed.</summary>
    private static async Task DraftAsync(ConsolePage console, string[] payloads)
    {
        foreach (var payload in payloads)
            await console.Draft.FillAsync(payload);
        await console.Draft.FillAsync(string.Join('\n', payloads.Append(Blamed)));
        await Expect(console.Page.GetByTestId("finding").First).ToBeVisibleAsync();
        await console.Draft.FillAsync("");
    }

    /// <summary>Every payload is a text, the sender's name and the title of a card.</summary>
    private async Task SendAsBuyerAsync(BuyerPage buyer, string[] payloads)
    {
        using var line = await DirectLineClient.OfAsync(buyer, shop.Address);
        foreach (var payload in payloads.Append(Marker))
        {
            await line.PostAsync(new
            {
                type = "message",
                from = new { id = "dl_x", name = payload },
                text = payload,
                attachments = new[] { new { contentType = "application/vnd.microsoft.card.hero", name = payload, content = new { title = payload, text = payload, buttons = new[] { new { type = "openUrl", title = payload, value = payload } } } } },
            });
        }
        await Expect(buyer.Messages.Filter(new() { HasText = Marker })).ToBeVisibleAsync();
    }
}
