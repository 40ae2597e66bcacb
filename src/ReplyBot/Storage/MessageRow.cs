using System.Collections.Immutable;
using System.Text.Json;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Storage;

/// <summary>A message as the database keeps it.</summary>
internal sealed class MessageRow
{
    public const string Insert = """
        INSERT INTO messages (conversation_id, seq, author, kind, text, at, author_name, agent_id, script_id, choices, files, client_id, channel_data)
        VALUES (@ConversationId, @Seq, @Author, @Kind, @Text, @At, @AuthorName, @AgentId, @ScriptId, @Choices, @Files, @ClientId, @ChannelData)
        """;

    public required string ConversationId { get; init; }
    public long Seq { get; init; }
    public int Author { get; init; }
    public int Kind { get; init; }
    public required string Text { get; init; }
    public long At { get; init; }
    public string? AuthorName { get; init; }
    public string? AgentId { get; init; }
    public string? ScriptId { get; init; }
    public string? Choices { get; init; }
    public string? Files { get; init; }
    public string? ClientId { get; init; }
    public string? ChannelData { get; init; }

    public static MessageRow Of(string conversationId, Message message) => new()
    {
        ConversationId = conversationId,
        Seq = message.Seq,
        Author = (int)message.From,
        Kind = (int)message.Kind,
        Text = message.Text,
        At = StoredTime.Write(message.At),
        AuthorName = message.AuthorName,
        AgentId = message.AgentId,
        ScriptId = message.ScriptId,
        Choices = message.Choices.IsEmpty ? null : JsonSerializer.Serialize(message.Choices, StoredJson.Options),
        Files = message.Files.IsEmpty ? null : JsonSerializer.Serialize(message.Files, StoredJson.Options),
        ClientId = message.ClientId,
        ChannelData = message.Signal is { } signal ? JsonSerializer.Serialize(signal, StoredJson.Options) : message.ChannelData,
    };

    public Message Read() => new(Seq, Conversation.MessageIdOf(ConversationId, Seq), (MessageAuthor)Author, (MessageKind)Kind, Text, StoredTime.Read(At))
    {
        AuthorName = AuthorName,
        AgentId = AgentId,
        ScriptId = ScriptId,
        Choices = List<string>(Choices),
        Files = List<MessageFile>(Files),
        ClientId = ClientId,
        ChannelData = Kind == (int)MessageKind.Signal ? null : ChannelData,
        Signal = Kind == (int)MessageKind.Signal && ChannelData is not null ? JsonSerializer.Deserialize<HandoffSignal>(ChannelData, StoredJson.Options) : null,
    };

    private static ImmutableArray<T> List<T>(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<T>>(json, StoredJson.Options);
}
