using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;
using ReplyBot.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Pages;

/// <summary>
/// Microsoft's Web Chat on pages of other sites, in a real browser: the site's server gets a token with its secret, the page speaks Direct
/// Line with it. A page of an allowed origin is answered; to a page of another origin the browser gives nothing, token or not.
/// </summary>
[Collection(RunningShopCollection.Name)]
public class ForeignPageTests(RunningShop shop)
{
    private const string Secret = "secret-of-the-other-sites-server";

    /// <summary>Web Chat's word for a connection that works.</summary>
    private const int Online = 2;

    private const string Open = """
        ([domain, token]) => {
          const directLine = WebChat.createDirectLine({ domain, token });
          directLine.connectionStatus$.subscribe((status) => { window.connection = status; });
          WebChat.renderWebChat({ directLine, locale: 'zh-CN' }, document.getElementById('chat'));
        }
        """;

    private const string Fetch = """
        ([address, token]) => fetch(address, { method: 'POST', headers: { authorization: `Bearer ${token}` } }).then((answer) => `${answer.status}`, () => 'refused')
        """;

    private const string Stream = """
        (address) => new Promise((resolve) => {
          const socket = new WebSocket(address);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        })
        """;

    [EndToEndFact(Requirement.Program | Requirement.Browser | Requirement.WebChat)]
    public async Task WebChat_OnAPageOfAnotherSite_WorksFromTheAllowedOriginOnly()
    {
        using var allowed = new ForeignSite();
        using var forbidden = new ForeignSite();
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);
        using var program = await RunningProgram.StartAsync(folders, settings: new Dictionary<string, string>
        {
            ["DirectLine__Secret"] = Secret,
            ["DirectLine__AllowedOrigins__0"] = allowed.Origin,
        });
        var directLine = new Uri(program.Address, "/v3/directline").ToString();

        // 1 the allowed page: the question is answered in its window
        await using var context = await shop.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(allowed.Origin);
        await page.EvaluateAsync(Open, new[] { directLine, await TokenAsync(program) });
        // Before, Web Chat keeps what is typed and sends nothing.
        await page.WaitForFunctionAsync($"() => window.connection === {Online}");
        var box = page.Locator("[data-id='webchat-sendbox-input'], .webchat__send-box-text-box__input").First;
        await box.FillAsync("什么时候发货");
        await box.PressAsync("Enter");
        await Expect(page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").Filter(new() { HasText = "发" }).First).ToBeVisibleAsync();

        // 2 the forbidden page, with a token that counts: no request, no socket, no chat
        var other = await context.NewPageAsync();
        await other.GotoAsync(forbidden.Origin);
        var token = await TokenAsync(program);
        (await other.EvaluateAsync<string>(Fetch, new[] { $"{directLine}/conversations", token })).ShouldBe("refused");
        (await other.EvaluateAsync<string>(Fetch, new[] { $"{directLine}/tokens/generate", Secret })).ShouldBe("refused");
        (await other.EvaluateAsync<string>(Fetch, new[] { new Uri(program.Address, "/webchat/token").ToString(), "" })).ShouldBe("refused");
        (await page.EvaluateAsync<string>(Fetch, new[] { $"{directLine}/conversations", token })).ShouldBe("201");
        var stream = await StreamAddressAsync(program, token);
        (await other.EvaluateAsync<string>(Stream, stream)).ShouldBe("refused");
        (await page.EvaluateAsync<string>(Stream, stream)).ShouldBe("open");
        var failed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        other.RequestFailed += (_, request) => failed.TrySetResult(request.Url);
        await other.EvaluateAsync(Open, new[] { directLine, token });
        (await failed.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldStartWith(directLine);
        (await other.EvaluateAsync<int>("() => window.connection")).ShouldNotBe(Online);
    }

    /// <summary>What the other site's server does for each of its visitors.</summary>
    private static async Task<string> TokenAsync(RunningProgram program)
    {
        var answer = await PostAsync(program, "/v3/directline/tokens/generate", Secret);
        return answer.GetProperty("token").GetString()!;
    }

    private static async Task<string> StreamAddressAsync(RunningProgram program, string token)
    {
        var conversation = await PostAsync(program, "/v3/directline/conversations", token);
        return conversation.GetProperty("streamUrl").GetString()!;
    }

    private static async Task<JsonElement> PostAsync(RunningProgram program, string path, string bearer)
    {
        using var http = new HttpClient { BaseAddress = program.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await http.PostAsJsonAsync(path, new { });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
