namespace ReplyBot.Audit;

/// <summary>Something that was done and that somebody may ask about later. Names no buyer and quotes nothing.</summary>
/// <param name="Id">Counts up.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: an account's id, <c>command line</c>, or the name tried where nobody was signed in, of which only the first letter is kept where no account has it.</param>
/// <param name="Action">What, from <see cref="AuditActions"/>.</param>
/// <param name="Subject">To what: an account, a conversation, a published base, a key; empty where there is nothing to name.</param>
/// <param name="Detail">What else is to be known; empty where nothing is.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Actor, string Action, string Subject, string Detail);
