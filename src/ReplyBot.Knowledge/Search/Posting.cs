using System.Runtime.InteropServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// A term's standing in one document: the document's number, and what the term adds to its score, as a share of the
/// greatest impact in the index. Six bytes, because searching is as fast as postings come out of memory.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct Posting(int Document, ushort Impact);
