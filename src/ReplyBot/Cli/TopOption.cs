using System.CommandLine;
using System.Globalization;

namespace ReplyBot.Cli;

/// <summary><c>--top N</c>: how many there are to be at most.</summary>
internal static class TopOption
{
    private const int Most = 20;

    /// <summary>The option; what is no number from 1 to 20 is an error of the command line.</summary>
    /// <param name="description">How many of what, in both languages.</param>
    /// <param name="usual">How many where nothing is said.</param>
    public static Option<int> Create(string description, int usual) => new("--top")
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = given =>
        {
            if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is >= 1 and <= Most)
                return wanted;
            given.AddError($"--top 应在 1 到 {Most} 之间 / --top takes a number from 1 to {Most}");
            return 0;
        },
    };
}
