using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Taxonomy;

/// <summary>An intent of the shop's taxonomy.</summary>
/// <param name="Id">The stable id, for example <c>ship.time</c>.</param>
/// <param name="NameZh">The Chinese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="Stage">The stage in which it is usually asked.</param>
public sealed record IntentDefinition(string Id, string NameZh, string NameEn, Stage Stage)
{
    /// <summary>The intent of everything that no shop answers; it needs no script.</summary>
    public const string OutOfScope = "out_of_scope";
}
