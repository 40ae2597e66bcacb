using System.Runtime.InteropServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>A term's standing in one document: the document's number, and what the term adds to its score.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Posting(int Document, float Impact);
