using ReplyBot.Conversations.Metrics;

namespace ReplyBot.Board;

/// <summary>Service figures as the board lists them: of everybody, the bot, people or one agent, on one channel, all day or in a shift.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Who">Who is counted.</param>
/// <param name="AgentId">The agent, where only one is.</param>
/// <param name="Shift">The shift, where only one is.</param>
/// <param name="Asked">Messages of buyers.</param>
/// <param name="Replies">Replies.</param>
/// <param name="FirstResponse">首响.</param>
/// <param name="Response">Every response.</param>
/// <param name="ReplyRatio">答问比; null where nobody asked.</param>
/// <param name="ReplyRate">回复率, 0 to 1; null where nobody asked.</param>
/// <param name="Missed">The conversations that were not replied to.</param>
internal sealed record ServiceItem(
    string Channel, Served Who, string? AgentId, string? Shift, int Asked, int Replies, ResponseTimes FirstResponse, ResponseTimes Response, double? ReplyRatio, double? ReplyRate, IReadOnlyList<string> Missed)
{
    public static ServiceItem Of(ServiceFigures row) => new(
        row.Channel, row.Served, row.AgentId, row.Shift, row.BuyerMessages, row.Replies, ResponseTimes.Of(row.FirstResponse), ResponseTimes.Of(row.Response),
        row.BuyerMessages > 0 ? Math.Round(row.AnswerRatio, 4) : null, row.Asking > 0 ? Math.Round(row.ReplyRate, 4) : null, row.Missed);
}
