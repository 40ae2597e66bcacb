using Dapper;
using Microsoft.Data.Sqlite;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>Reads what a database file holds, around the program.</summary>
internal static class StoredMessages
{
    /// <summary>The ids of all buyers' messages.</summary>
    public static HashSet<string> IdsOf(string database)
    {
        using var connection = Open(database);
        return [.. connection.Query<(string Conversation, long Seq)>($"SELECT conversation_id, seq FROM messages WHERE author = {(int)MessageAuthor.Buyer}")
            .Select(message => Conversation.MessageIdOf(message.Conversation, message.Seq))];
    }

    /// <summary>Conversations in which the bot answered more often than buyers wrote.</summary>
    public static IReadOnlyList<string> AnsweredTwice(string database)
    {
        using var connection = Open(database);
        var events = connection.Query<(string Conversation, long Kind, string Actor, string Detail)>("SELECT conversation_id, kind, actor, detail FROM events ORDER BY id");
        var unanswered = new Dictionary<string, int>();
        var twice = new List<string>();
        foreach (var (conversation, kind, actor, detail) in events)
        {
            if (kind == (int)ConversationEventKind.Received)
                unanswered[conversation] = unanswered.GetValueOrDefault(conversation) + 1;
            if (kind != (int)ConversationEventKind.Sent || actor != "bot" || !detail.Contains(nameof(MessageKind.Answer), StringComparison.Ordinal))
                continue;
            if (unanswered.GetValueOrDefault(conversation) == 0)
                twice.Add(conversation);
            unanswered[conversation] = 0;
        }
        return twice;
    }

    /// <summary>What SQLite finds wrong with the file: "ok" where nothing is.</summary>
    public static string Check(string database)
    {
        using var connection = Open(database);
        return connection.ExecuteScalar<string>("PRAGMA integrity_check")!;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
