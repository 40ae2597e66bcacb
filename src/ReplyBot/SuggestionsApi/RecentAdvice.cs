using System.Collections.Concurrent;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;

namespace ReplyBot.SuggestionsApi;

/// <summary>
/// Remembers the advice of the current minute: buyers ask the same few hundred things in the same words. Without a conversation,
/// advice depends on the base, the channel, the words and the time alone, whose smallest step in a script is a minute.
/// </summary>
public sealed class RecentAdvice
{
    /// <summary>Advice kept at most; words that nobody repeats must not fill the memory.</summary>
    private const int Most = 5000;

    private volatile Minute _minute = new(null, default);

    /// <summary>The advice on a text, made where it is not remembered.</summary>
    public Advice Of(ServingBase serving, string text, AdviceContext context, Func<Advice> advise)
    {
        var now = new DateTime(context.At.Ticks - (context.At.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Unspecified);
        var minute = _minute;
        if (minute.Serving != serving || minute.At != now)
            _minute = minute = new Minute(serving, now);
        var key = (context.Channel, context.Top, text);
        if (minute.Advice.TryGetValue(key, out var known))
            return known;
        var advice = advise();
        if (minute.Advice.Count < Most)
            minute.Advice.TryAdd(key, advice);
        return advice;
    }

    private sealed record Minute(ServingBase? Serving, DateTime At)
    {
        public ConcurrentDictionary<(string Channel, int Top, string Text), Advice> Advice { get; } = new();
    }
}
