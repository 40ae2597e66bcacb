using System.Text.Json.Serialization;

namespace ReplyBot.Knowledge.Scripts;

/// <summary>A script (话术): one question that buyers ask, and the ways in which the shop answers it.</summary>
/// <param name="Id">Stable and unique; the intent's id, a dot and a name.</param>
/// <param name="Intent">The id of the intent that it answers.</param>
/// <param name="Question">The standard question (标准问).</param>
/// <param name="Variants">The same question in buyers' speech (相似问).</param>
/// <param name="Wordings">What we say: the first by default, the others when the buyer asks again.</param>
/// <param name="When">When it applies.</param>
/// <param name="Send">Who may send it.</param>
/// <param name="FollowUp">What to say by oneself later, if anything.</param>
/// <param name="Tags">Free labels for searching.</param>
/// <param name="Note">An editor's remark; never said.</param>
/// <param name="Source">Where it was read; null when it does not come from a file.</param>
public sealed record Script(
    string Id,
    string Intent,
    string Question,
    IReadOnlyList<string> Variants,
    IReadOnlyList<Wording> Wordings,
    Conditions When,
    SendMode Send,
    FollowUp? FollowUp = null,
    IReadOnlyList<string>? Tags = null,
    string? Note = null,
    ScriptSource? Source = null)
{
    /// <summary>Free labels for searching.</summary>
    public IReadOnlyList<string> Tags { get; init; } = Tags ?? [];

    /// <summary>
    /// Whether it is a notice (holding reply, reassurance, out of hours, closing): the program says it at its own time, and
    /// it never answers a question.
    /// </summary>
    [JsonIgnore]
    public bool IsNotice => Id.StartsWith("notice.", StringComparison.Ordinal);
}
