namespace ReplyBot.Text.Tables;

/// <summary>
/// A prefix tree in three flat arrays, which load with three copies. Nodes are numbered breadth first and the children of a
/// node stand together, ordered by label, so that a child is found by binary search and a parent always has the smaller number.
/// </summary>
internal sealed class Trie
{
    /// <summary>The node of the empty prefix; no child has this number, which therefore also says "no such child".</summary>
    public const int Root = 0;

    /// <summary>Above this many children the root gets a table by label instead of a search.</summary>
    private const int WideRoot = 256;

    private readonly char[] labels;
    private readonly int[] firstChildren;
    private readonly int[] values;
    private readonly int[] rootChildren;

    private Trie(char[] labels, int[] firstChildren, int[] values)
    {
        this.labels = labels;
        this.firstChildren = firstChildren;
        this.values = values;
        rootChildren = firstChildren[1] - firstChildren[0] > WideRoot ? new int[char.MaxValue + 1] : [];
        for (var child = firstChildren[0]; rootChildren.Length > 0 && child < firstChildren[1]; child++)
            rootChildren[labels[child]] = child;
    }

    /// <summary>How many nodes there are; they are numbered from 0.</summary>
    public int Count => labels.Length;

    /// <summary>The value of the key that ends at this node, or 0 where none ends.</summary>
    public int ValueAt(int node) => values[node];

    /// <summary>The label of the edge into this node.</summary>
    public char LabelOf(int node) => labels[node];

    /// <summary>The children of a node are numbered from the first to before the second.</summary>
    public (int First, int End) ChildrenOf(int node) => (firstChildren[node], firstChildren[node + 1]);

    /// <summary>The child of <paramref name="node"/> along <paramref name="label"/>, or <see cref="Root"/> where there is none.</summary>
    public int Child(int node, char label)
    {
        if (node == Root && rootChildren.Length > 0)
            return rootChildren[label];
        var low = firstChildren[node];
        var high = firstChildren[node + 1] - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = labels[middle];
            if (found == label)
                return middle;
            if (found < label)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return Root;
    }

    /// <summary>The longest key that <paramref name="text"/> begins with: its value and length, or (0, 0).</summary>
    public (int Value, int Length) LongestPrefix(ReadOnlySpan<char> text)
    {
        var longest = (Value: 0, Length: 0);
        var node = Root;
        for (var i = 0; i < text.Length; i++)
        {
            node = Child(node, text[i]);
            if (node == Root)
                break;
            if (values[node] != 0)
                longest = (values[node], i + 1);
        }

        return longest;
    }

    /// <summary>Builds a tree of the given keys. Keys are not empty, values not 0; both are the caller's promise.</summary>
    public static Trie Build(IReadOnlyDictionary<string, int> entries)
    {
        var keys = entries.Keys.ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        var labels = new List<char> { '\0' };
        var firstChildren = new List<int>();
        var values = new List<int>();
        var ranges = new List<(int Low, int High, int Depth)> { (0, keys.Length, 0) };
        for (var node = 0; node < ranges.Count; node++)
        {
            var (low, high, depth) = ranges[node];
            firstChildren.Add(ranges.Count);
            var ends = low < high && keys[low].Length == depth;
            values.Add(ends ? entries[keys[low]] : 0);
            for (var from = ends ? low + 1 : low; from < high;)
            {
                var label = keys[from][depth];
                var to = from + 1;
                while (to < high && keys[to][depth] == label)
                    to++;
                labels.Add(label);
                ranges.Add((from, to, depth + 1));
                from = to;
            }
        }

        firstChildren.Add(ranges.Count);
        return new Trie([.. labels], [.. firstChildren], [.. values]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Trie Read(TableReader reader) =>
        new(reader.ReadArray<char>(), reader.ReadArray<int>(), reader.ReadArray<int>());

    /// <summary>Writes labels, first children and values.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<char>(labels);
        writer.WriteArray<int>(firstChildren);
        writer.WriteArray<int>(values);
    }
}
