using ReplyBot.Conversations.Serving;

namespace ReplyBot.Cli;

/// <summary>Keeps a channel that a command names to those that the base knows.</summary>
internal static class KnownChannel
{
    /// <summary>Refuses a channel without a file in the base; where the base has none, any will do.</summary>
    /// <exception cref="CannotRunException">There is no such channel.</exception>
    public static void Require(ServingBase serving, string channel)
    {
        var known = serving.Bundle.Content.Platforms.Select(platform => platform.Id).ToList();
        if (known.Count > 0 && !known.Contains(channel))
            throw new CannotRunException($"没有这个渠道：{channel}，可选 {string.Join('、', known)} / unknown channel {channel}; there are {string.Join(", ", known)}");
    }
}
