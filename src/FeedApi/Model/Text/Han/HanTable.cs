namespace FeedApi.Model.Text.Han;

/// <summary>The characters and words that one script writes otherwise, with their forms: a tree with a UTF-16 unit at each node.</summary>
/// <remarks>
/// The children of a node follow each other, and those of the next node follow them. So a node needs the index of its first child only, and
/// the forty thousand words of a table are a few arrays instead of as many objects.
/// </remarks>
internal sealed class HanTable
{
    // The root's children by their units, 0 for those that begin no key: most searches end here, and these children are thousands.
    private readonly ushort[] starts = new ushort[char.MaxValue + 1];

    // For each node, the root first: its unit, the index of its first child, and that of the form of the key that ends here, or 0.
    private readonly char[] units;
    private readonly int[] firstChildren;
    private readonly int[] formsAt;

    // Each form behind its length.
    private readonly char[] forms;

    private HanTable((string Key, string Form)[] entries)
    {
        List<char> allUnits = ['\0'];
        List<int> children = [];
        List<int> endings = [];
        List<char> texts = ['\0'];
        // The entries below a node are a range of the sorted ones, whose keys have the same units up to the node's depth.
        Array.Sort(entries, (one, other) => string.CompareOrdinal(one.Key, other.Key));
        var nodes = new Queue<(int From, int To, int Depth)>([(0, entries.Length, 0)]);
        while (nodes.TryDequeue(out var node))
        {
            var (from, to, depth) = node;
            var isKey = entries[from].Key.Length == depth;
            children.Add(allUnits.Count);
            endings.Add(isKey ? texts.Count : 0);
            if (isKey) texts.AddRange([(char)entries[from].Form.Length, .. entries[from++].Form]);
            for (var next = from; from < to; from = next)
            {
                var unit = entries[from].Key[depth];
                while (next < to && entries[next].Key[depth] == unit) next++;
                if (depth == 0) starts[unit] = (ushort)allUnits.Count;
                allUnits.Add(unit);
                nodes.Enqueue((from, next, depth + 1));
            }
        }

        // So that the last node's children end somewhere, too.
        children.Add(allUnits.Count);
        (units, firstChildren, formsAt, forms) = ([.. allUnits], [.. children], [.. endings], [.. texts]);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="resource">The name of an embedded file that <c>make-variants.py</c> generated.</param>
    public static HanTable Load(string resource)
    {
        using var table = typeof(HanTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("A table of Han characters is missing from the program.");
        using var lines = new StreamReader(table);
        return new HanTable([.. HanTableReader.Read(lines)]);
    }

    /// <summary>Finds the longest character or word with which a text begins.</summary>
    /// <param name="text">At least one UTF-16 unit.</param>
    /// <param name="form">Its form in the other script, which may be the same; empty when nothing is found.</param>
    /// <returns>Its length in UTF-16 units; 0 when nothing is found.</returns>
    public int Match(ReadOnlySpan<char> text, out ReadOnlySpan<char> form)
    {
        var (length, formAt) = (0, 0);
        int node = starts[text[0]];
        for (var depth = 1; node > 0; depth++)
        {
            if (formsAt[node] > 0) (length, formAt) = (depth, formsAt[node]);
            node = depth < text.Length ? ChildOf(node, text[depth]) : 0;
        }

        form = length > 0 ? forms.AsSpan(formAt + 1, forms[formAt]) : [];
        return length;
    }

    private int ChildOf(int node, char unit)
    {
        var first = firstChildren[node];
        var index = units.AsSpan(first, firstChildren[node + 1] - first).IndexOf(unit);
        return index < 0 ? 0 : first + index;
    }
}
