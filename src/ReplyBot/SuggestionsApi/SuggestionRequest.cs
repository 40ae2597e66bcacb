using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReplyBot.SuggestionsApi;

/// <summary>What a buyer said, for which replies are wanted.</summary>
/// <param name="Text">The buyer's words.</param>
/// <param name="Channel">The channel whose scripts may be used.</param>
/// <param name="Top">How many suggestions at most, from 1 to 20.</param>
internal sealed record SuggestionRequest(
    [property: Required, MaxLength(SuggestionEndpoints.LongestText), Description("买家说的话 / the buyer's words")] string? Text,
    [property: Description("渠道，默认 web / the channel whose scripts may be used; web where nothing is said")] string? Channel,
    [property: Range(1, 20), Description("最多几条建议，默认 3 / how many suggestions at most; 3 where nothing is said")] int? Top);
