using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The conditions that a script is ranked by, side by side with those of its neighbours: a search weighs those of some sixty scripts.
/// </summary>
/// <param name="Stage">The stage of the buyer's journey.</param>
/// <param name="Products">The product ids that it is about.</param>
/// <param name="Categories">The product categories that it is about.</param>
/// <param name="Buyers">The buyer types that it is for.</param>
/// <param name="Emotions">The emotions that it is for.</param>
internal readonly record struct RankedConditions(Stage Stage, string[] Products, string[] Categories, string[] Buyers, string[] Emotions)
{
    public static RankedConditions Of(Conditions when) => new(when.Stage, [.. when.Products], [.. when.Categories], [.. when.Buyers], [.. when.Emotions]);
}
