using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Scripts;

/// <summary>Why a script wants looking after.</summary>
internal enum Decay
{
    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>Another script answers the same question.</summary>
    Contradictory,

    /// <summary>Agents change it more often than not before they send it.</summary>
    AlwaysEdited,

    /// <summary>Nothing was made of it for a whole month in which it was served.</summary>
    NeverUsed,
}

/// <summary>Finds the scripts that want looking after.</summary>
internal static class Decays
{
    /// <summary>The least number of sent suggestions from which on being rewritten says something.</summary>
    private const int EnoughTaken = 3;

    private static readonly string[] Contradictions = [FindingCodes.Contradiction, FindingCodes.SharedVariant];

    /// <summary>What is wrong with a script in use.</summary>
    /// <param name="script">The script.</param>
    /// <param name="findings">What lint says of it.</param>
    /// <param name="usage">How it was used lately.</param>
    /// <param name="servedFor">For how long it has been served.</param>
    /// <param name="today">The day in the shop's calendar.</param>
    public static IReadOnlyList<Decay> Of(Script script, IEnumerable<Finding> findings, ScriptUsage usage, TimeSpan servedFor, DateOnly today)
    {
        var decays = new List<Decay>();
        if (script.When.Until < today)
            decays.Add(Decay.Expired);
        if (findings.Any(finding => Contradictions.Contains(finding.Code)))
            decays.Add(Decay.Contradictory);
        if (usage.Taken >= EnoughTaken && usage.Edited * 2 >= usage.Taken)
            decays.Add(Decay.AlwaysEdited);
        // Notices are said by rule and not because somebody asked.
        if (!script.IsNotice && usage.Answered + usage.Taken == 0 && servedFor >= ScriptUsageReader.Lately)
            decays.Add(Decay.NeverUsed);
        return decays;
    }
}
