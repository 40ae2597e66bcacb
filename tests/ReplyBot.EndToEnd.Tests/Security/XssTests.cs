using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
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

    /// <summary>Notes what a payload would have done, in every frame and before any of its scripts.</summary>
    private const string Note = """
        window.ran = [];
        for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
          window[name] = (...words) => { window.ran.push(name + ': ' + words.join(' ')); };
        """;

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
        var agentWatch = await WatchAsync(agentContext);
        await using var console = await ConsolePage.OpenAsync(agentContext, shop.Address);
        foreach (var some in payloads.Chunk(PageLoad))
        {
            var context = await shop.Browser.NewContextAsync();
            var watch = await WatchAsync(context);
            await using var buyer = await BuyerPage.OpenAsync(context, shop.Address);
            await SendAsBuyerAsync(buyer, some);
            await console.OpenAsync(buyer.ConversationId, "all");
            await Expect(console.Messages.Filter(new() { HasText = Marker })).ToBeVisibleAsync();
            var sent = await console.Page.EvaluateAsync<int>(SendAsAgent, new object[] { buyer.ConversationId, some.Append(AgentsMarker).ToArray() });
            sent.ShouldBeGreaterThan(0);
            await Expect(buyer.Messages.Filter(new() { HasText = AgentsMarker })).ToBeVisibleAsync();

            await RanNothingAsync(buyer.Page, watch, new Uri(shop.Address, "/"));
            await RanNothingAsync(console.Page, agentWatch, new Uri(shop.Address, "/console"));
        }
    }

    private static async Task RanNothingAsync(IPage page, PageWatch watch, Uri under)
    {
        foreach (var frame in page.Frames)
            (await frame.EvaluateAsync<string[]>("() => window.ran ?? []")).ShouldBeEmpty();
        watch.Dialogs.ShouldBeEmpty();
        watch.Asked.AskedElsewhere.ShouldBeEmpty();
        page.Url.ShouldStartWith(under.ToString());
    }

    private async Task<PageWatch> WatchAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(Note);
        var watch = new PageWatch(new ContextWatch(context, shop.Address), []);
        context.Dialog += async (_, dialog) =>
        {
            watch.Dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        return watch;
    }

    /// <summary>Every payload is a text, the sender's name and the title of a card.</summary>
    private async Task SendAsBuyerAsync(BuyerPage buyer, string[] payloads)
    {
        var token = (await buyer.Page.EvaluateAsync<JsonElement>("async () => (await fetch('/webchat/token', { method: 'POST' })).json()")).GetProperty("token").GetString()!;
        using var http = new HttpClient { BaseAddress = shop.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var payload in payloads.Append(Marker))
        {
            using var answer = await http.PostAsJsonAsync($"/v3/directline/conversations/{buyer.ConversationId}/activities", new
            {
                type = "message",
                from = new { id = "dl_x", name = payload },
                text = payload,
                attachments = new[] { new { contentType = "application/vnd.microsoft.card.hero", name = payload, content = new { title = payload, text = payload, buttons = new[] { new { type = "openUrl", title = payload, value = payload } } } } },
            });
            answer.EnsureSuccessStatusCode();
        }
        await Expect(buyer.Messages.Filter(new() { HasText = Marker })).ToBeVisibleAsync();
    }

    private sealed record PageWatch(ContextWatch Asked, List<string> Dialogs);
}
