namespace FeedApi.Model.Text;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>A hint to append to a message; empty when nothing is near.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> allowed) =>
        Nearest(written, allowed) is { } nearest ? $" (did you mean {nearest}?)" : "";

    /// <summary>The nearest word, case ignored; null when none is near.</summary>
    public static string? Nearest(string written, IReadOnlyCollection<string> allowed)
    {
        if (allowed.Count == 0) return null;
        var lower = written.ToLowerInvariant();
        var (word, distance) = allowed.Select(word => (word, DistanceOf(lower, word.ToLowerInvariant()))).MinBy(each => each.Item2);
        // A word with no letter in place is no misspelling.
        return distance <= Math.Max(2, word.Length / 3) && distance < Math.Min(word.Length, written.Length) ? word : null;
    }

    // Levenshtein's distance, one row at a time.
    private static int DistanceOf(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < Math.Min(from.Length, 64); i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, 1 + Math.Min(row[j], row[j + 1]));
            }
        }

        return row[^1];
    }
}
