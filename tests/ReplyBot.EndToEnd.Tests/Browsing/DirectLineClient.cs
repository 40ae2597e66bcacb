using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ReplyBot.EndToEnd.Tests.Browsing;

/// <summary>Speaks as a buyer: that of an open page, with the page's own token, or one without a page.</summary>
internal sealed class DirectLineClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly HttpClient _http;
    private readonly string _activities;
    private string _watermark = "0";

    private DirectLineClient(HttpClient http, string conversationId)
    {
        _http = http;
        _activities = $"/v3/directline/conversations/{conversationId}/activities";
    }

    /// <summary>The line of a page.</summary>
    public static async Task<DirectLineClient> OfAsync(BuyerPage page, Uri address)
    {
        var token = await page.Page.EvaluateAsync<JsonElement>("async () => (await fetch('/webchat/token', { method: 'POST' })).json()");
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        return new DirectLineClient(http, page.ConversationId);
    }

    /// <summary>A new buyer without a page.</summary>
    public static async Task<DirectLineClient> NewBuyerAsync(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        using var granted = await http.PostAsync(new Uri("/webchat/token", UriKind.Relative), null);
        var token = await granted.Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        using var started = await http.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null);
        started.EnsureSuccessStatusCode();
        return new DirectLineClient(http, token.GetProperty("conversationId").GetString()!);
    }

    /// <summary>Says something.</summary>
    public Task SayAsync(string text) => PostAsync(new { type = "message", from = new { id = "dl_x" }, text });

    /// <summary>Posts an activity; waits as long as the program asks for.</summary>
    public async Task PostAsync(object activity)
    {
        while (true)
        {
            using var answer = await _http.PostAsJsonAsync(_activities, activity);
            if (answer.Headers.RetryAfter?.Delta is not { } wait)
            {
                answer.EnsureSuccessStatusCode();
                return;
            }
            await Task.Delay(wait);
        }
    }

    /// <summary>Says something and reads the next thing the shop says.</summary>
    public async Task<string?> AskAsync(string text)
    {
        await SayAsync(text);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var set = await _http.GetFromJsonAsync<JsonElement>($"{_activities}?watermark={_watermark}", patience.Token);
            var said = set.GetProperty("activities").EnumerateArray()
                .Where(activity => activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("role").GetString() == "bot").ToList();
            if (said.Count > 0)
            {
                _watermark = set.GetProperty("watermark").GetString()!;
                return said[^1].GetProperty("text").GetString();
            }
            await Task.Delay(Pause, patience.Token);
        }
    }

    public void Dispose() => _http.Dispose();
}
