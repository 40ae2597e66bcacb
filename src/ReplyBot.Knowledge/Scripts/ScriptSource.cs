namespace ReplyBot.Knowledge.Scripts;

/// <summary>Where a script and each of its fields was read, for findings that point at the very word.</summary>
/// <param name="Script">Where the script begins.</param>
/// <param name="Fields">
/// Where each field's value begins: <c>question</c>, <c>variants[3]</c>, <c>wordings[0]</c>, <c>when.stage</c>.
/// </param>
public sealed record ScriptSource(SourceLocation Script, IReadOnlyDictionary<string, SourceLocation> Fields)
{
    /// <summary>Where <paramref name="field"/> begins, or the script when the field has no place of its own.</summary>
    public SourceLocation At(string field) => Fields.GetValueOrDefault(field, Script);
}
