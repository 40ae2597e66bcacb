namespace ReplyBot.Conversations.Desk;

/// <summary>An agent who takes new buyers at the moment.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Skills">Journey stages (<c>after-sale</c>) and product categories (<c>clothing</c>) the agent is there for; none for all.</param>
/// <param name="Buyers">How many buyers the agent has in hand.</param>
public sealed record AgentOnDuty(string Id, IReadOnlyList<string> Skills, int Buyers);

/// <summary>Knows who is at the desk.</summary>
public interface IAgentRoster
{
    /// <summary>The agents who take new buyers at the moment.</summary>
    Task<IReadOnlyList<AgentOnDuty>> OnDutyAsync(CancellationToken cancellation);
}
