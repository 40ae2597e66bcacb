using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Tests.Tables;

public class TrieTests
{
    [Fact]
    public void LongestPrefix_WhenKeysNest_TakesTheLongest()
    {
        var trie = Trie.Build(new Dictionary<string, int> { ["发"] = 1, ["发货"] = 2, ["发货时间"] = 3 });

        trie.LongestPrefix("发货时候").ShouldBe((2, 2));
        trie.LongestPrefix("货").ShouldBe((0, 0));
    }

    [Fact]
    public void Build_WhenAnyKeys_FindsEachAndNoOther()
    {
        var keys = Gen.Choose('a', 'd').Select(c => (char)c).ArrayOf().Select(letters => new string(letters)).Where(key => key.Length > 0);
        Prop.ForAll(keys.ArrayOf().ToArbitrary(), keys.ToArbitrary(), (present, other) =>
        {
            var entries = present.Distinct().Select((key, i) => (key, i)).ToDictionary(entry => entry.key, entry => entry.i + 1);
            var trie = Trie.Build(entries);
            return entries.All(entry => Find(trie, entry.Key) == entry.Value) && Find(trie, other) == entries.GetValueOrDefault(other);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Build_WhenRootIsWide_StillFindsEach()
    {
        var entries = Enumerable.Range(0x4E00, 500).ToDictionary(c => ((char)c).ToString(), c => c);

        var trie = Trie.Build(entries);

        entries.ShouldAllBe(entry => Find(trie, entry.Key) == entry.Value);
        trie.Child(Trie.Root, 'a').ShouldBe(Trie.Root);
    }

    private static int Find(Trie trie, string key) => trie.LongestPrefix(key) is var (value, length) && length == key.Length ? value : 0;
}
