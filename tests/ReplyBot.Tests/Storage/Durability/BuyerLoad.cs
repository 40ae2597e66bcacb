using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>Buyers who write at a steady pace over Direct Line, and what the program acknowledged to them.</summary>
internal sealed class BuyerLoad(RealProgram program)
{
    private const int Buyers = 50;
    private const string Question = "什么时候发货";

    private readonly List<(string Id, string Token)> _conversations = [];
    private readonly ConcurrentBag<string> _acknowledged = [];
    private readonly ConcurrentBag<HttpStatusCode> _refused = [];
    private readonly TaskCompletionSource _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;

    /// <summary>The ids that were given back for messages.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>Completes with the first acknowledgement.</summary>
    public Task Flowing => _flowing.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>How messages were refused.</summary>
    public IReadOnlyCollection<HttpStatusCode> Refused => _refused;

    /// <summary>Opens the buyers' conversations.</summary>
    public async Task OpenAsync()
    {
        for (var buyer = 0; buyer < Buyers; buyer++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = JsonContent.Create(new { user = new { id = $"dl_{buyer}" } }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", RealProgram.Secret);
            using var response = await program.Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            using var opened = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            _conversations.Add((opened.RootElement.GetProperty("conversationId").GetString()!, opened.RootElement.GetProperty("token").GetString()!));
        }
    }

    /// <summary>Sends until cancelled or until the program is gone.</summary>
    public async Task RunAsync(int perSecond, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var under = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                while (_sent < Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond)
                    under.Add(SendAsync(_conversations[_sent % Buyers], $"m{_sent++}", Question));
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
        await Task.WhenAll(under);
    }

    /// <summary>Sends one message of one buyer.</summary>
    public Task<HttpResponseMessage?> SendOneAsync(string text, string clientId) => SendAsync(_conversations[0], clientId, text);

    private async Task<HttpResponseMessage?> SendAsync((string Id, string Token) conversation, string clientId, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation.Id}/activities")
        {
            Content = JsonContent.Create(new { type = "message", text, from = new { id = "dl_buyer" }, channelData = new { clientActivityID = clientId } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", conversation.Token);
        try
        {
            var response = await program.Http.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                _acknowledged.Add(answer.RootElement.GetProperty("id").GetString()!);
                _flowing.TrySetResult();
            }
            else
            {
                _refused.Add(response.StatusCode);
            }
            return response;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            // The program died on the way; the buyer was told nothing.
            return null;
        }
    }
}
