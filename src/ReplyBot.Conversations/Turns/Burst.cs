using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Turns;

/// <summary>What a buyer wrote since the last turn, read together: one thought often comes in several messages.</summary>
/// <param name="Text">The texts, one a line.</param>
/// <param name="FirstSeq">The oldest of the messages.</param>
/// <param name="LastSeq">The newest of the messages.</param>
/// <param name="HasFiles">Whether pictures or other files came along.</param>
public sealed record Burst(string Text, long FirstSeq, long LastSeq, bool HasFiles)
{
    /// <summary>When the oldest of the messages came.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>When the newest of the messages came.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Reads the buyer's messages together; null when there is none.</summary>
    public static Burst? Of(IReadOnlyList<Message> messages)
    {
        var spoken = messages.Where(message => message.From == MessageAuthor.Buyer).ToList();
        if (spoken.Count == 0)
            return null;
        var text = string.Join('\n', spoken.Select(message => message.Text.Trim()).Where(line => line.Length > 0));
        return new Burst(text, spoken[0].Seq, spoken[^1].Seq, spoken.Any(message => !message.Files.IsEmpty)) { FirstAt = spoken[0].At, LastAt = spoken[^1].At };
    }
}
