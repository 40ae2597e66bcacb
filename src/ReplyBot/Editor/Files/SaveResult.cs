using ReplyBot.Knowledge.Exchange;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Files;

/// <summary>How saving a script ended.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>No file has the script.</summary>
    Unknown,

    /// <summary>Another script has the id.</summary>
    IdTaken,

    /// <summary>The file is no longer what the editor began from.</summary>
    Changed,

    /// <summary>The file has mistakes that a program must not write over.</summary>
    Unreadable,
}

/// <summary>A script as its file has it.</summary>
/// <param name="Script">The script.</param>
/// <param name="File">The file's path below the knowledge base.</param>
/// <param name="Etag">What the whole file says, as a hash: whoever saves names the one they began from.</param>
public sealed record FiledScript(Script Script, string File, string Etag);

/// <summary>The result of saving.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Filed">The script as it is filed now, where it is known.</param>
public sealed record SaveResult(SaveOutcome Outcome, FiledScript? Filed = null);

/// <summary>The result of an import.</summary>
/// <param name="Plan">What it does, or would do.</param>
/// <param name="Applied">Whether the files were written.</param>
/// <param name="BrokenFile">A file that has mistakes a program must not write over; nothing was written then.</param>
public sealed record ImportResult(ImportPlan Plan, bool Applied, string? BrokenFile = null);
