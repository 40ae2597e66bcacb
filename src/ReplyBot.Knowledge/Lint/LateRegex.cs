using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// A regular expression that is interpreted at first and compiled only when many texts have been held against it: to compile a large one
/// takes as long as to interpret it some thousand times, and a command is mostly over before that.
/// </summary>
internal sealed class LateRegex(Regex compiled)
{
    private const int InterpretedTexts = 1000;

    private readonly Lazy<Regex> _interpreted = new(() => new Regex(compiled.ToString(), compiled.Options));

    /// <summary>Texts so far; about, because threads may count at a time.</summary>
    private int _texts;

    /// <summary>The expression for one more text.</summary>
    public Regex ForNext => _texts < InterpretedTexts && _texts++ < InterpretedTexts ? _interpreted.Value : compiled;
}
