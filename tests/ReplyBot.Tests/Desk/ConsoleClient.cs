using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ReplyBot.Tests.Desk;

/// <summary>An answer of the console's API.</summary>
internal sealed record ConsoleAnswer(int Status, JsonElement Body, HttpResponseMessage Response)
{
    /// <summary>The problem's messages for a field.</summary>
    public bool Blames(string field) => Status == 400 && Body.GetProperty("errors").TryGetProperty(field, out var messages) && messages.GetArrayLength() > 0;
}

/// <summary>A browser at the console: keeps cookies, and repeats the readable one in the header of its writes.</summary>
internal sealed class ConsoleClient : IDisposable
{
    private readonly HttpClient _http;

    public ConsoleClient(Uri address) =>
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    /// <summary>Whether writes carry the antiforgery header.</summary>
    public bool Proves { get; set; } = true;

    public Uri Address => _http.BaseAddress!;

    public Task<ConsoleAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ConsoleAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public async Task<ConsoleAnswer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Proves && method != HttpMethod.Get && Cookies.GetCookies(Address)["XSRF-TOKEN"] is { } token)
            request.Headers.Add("X-XSRF-TOKEN", WebUtility.UrlDecode(token.Value));
        var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new ConsoleAnswer((int)response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default, response);
    }

    public void Dispose() => _http.Dispose();
}
