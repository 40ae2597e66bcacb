namespace ReplyBot.Conversations.Suggestions;

/// <summary>The replies suggested to an agent for one buyer message, best first.</summary>
/// <param name="MessageSeq">The buyer message they answer.</param>
/// <param name="Items">At most three.</param>
public sealed record SuggestionSet(long MessageSeq, IReadOnlyList<Suggestion> Items);

/// <summary>One suggested reply.</summary>
/// <param name="Id">Its id; a suggestion is sent once.</param>
/// <param name="Rank">1 is the best.</param>
/// <param name="ScriptId">The script it comes from.</param>
/// <param name="Question">The script's standard question.</param>
/// <param name="Intent">The script's intent.</param>
/// <param name="Text">The reply, filled in as far as the facts are known.</param>
/// <param name="Score">0..1.</param>
/// <param name="Reason">Why it is suggested: the question, standard or variant, that is most like what the buyer wrote.</param>
/// <param name="Unfilled">Slots that still wait for a fact.</param>
public sealed record Suggestion(
    string Id,
    int Rank,
    string ScriptId,
    string Question,
    string Intent,
    string Text,
    double Score,
    string Reason,
    IReadOnlyList<string> Unfilled);
