namespace ReplyBot.Knowledge.Publishing;

/// <summary>A bundle as stored.</summary>
/// <param name="Format">The format's number; a program reads only its own.</param>
/// <param name="Content">The content.</param>
internal sealed record BundleFile(int Format, KnowledgeBase Content)
{
    public const int CurrentFormat = 1;
}
