using System.Buffers;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>Puts right the slips of the input method that the shop's lexicon knows (发火 for 发货).</summary>
internal sealed class SlipRepair
{
    private readonly (string Slip, string Meant)[] _slips;
    private readonly SearchValues<string> _any;

    /// <param name="homophones">What was meant, by slip.</param>
    public SlipRepair(IReadOnlyDictionary<string, string> homophones)
    {
        // Longer slips first: a short one may be part of them.
        _slips = homophones
            .Select(entry => (TextNormalizer.Default.Normalize(entry.Key), TextNormalizer.Default.Normalize(entry.Value)))
            .Where(entry => entry.Item1.Length > 0)
            .OrderByDescending(entry => entry.Item1.Length)
            .ThenBy(entry => entry.Item1, StringComparer.Ordinal)
            .ToArray();
        _any = SearchValues.Create(_slips.Select(entry => entry.Slip).ToArray(), StringComparison.Ordinal);
    }

    /// <summary>The normalised text as it was meant.</summary>
    public string Repair(string normalized)
    {
        if (!normalized.AsSpan().ContainsAny(_any))
            return normalized;
        foreach (var (slip, meant) in _slips)
            normalized = normalized.Replace(slip, meant, StringComparison.Ordinal);
        return normalized;
    }
}
