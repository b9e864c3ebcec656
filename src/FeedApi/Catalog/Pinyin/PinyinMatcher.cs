namespace FeedApi.Catalog.Pinyin;

/// <summary>
/// Matches Chinese names by typed pinyin: whole syllables, initials, or both (<c>zqsb</c>, <c>zhengquan</c>,
/// <c>zhengqsb</c> for 证券时报).
/// </summary>
internal static class PinyinMatcher
{
    /// <summary>Index in the name at which the typed letters match; -1 when they do not.</summary>
    /// <param name="name">A display name.</param>
    /// <param name="typed">Lower-case letters and digits, without spaces.</param>
    public static int IndexOf(string name, string typed)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (Matches(name, at, typed)) return at;
        }

        return -1;
    }

    // Tracks the positions in the typed letters that each character may reach; names are short, so are the sets.
    private static bool Matches(string name, int at, string typed)
    {
        HashSet<int> ends = [0];
        for (; at < name.Length && ends.Count > 0; at++)
        {
            HashSet<int> next = [];
            foreach (var end in ends)
            {
                if (MatchesRest(name[at], typed.AsSpan(end))) return true;
                AddEnds(next, name[at], typed, end);
            }

            ends = next;
        }

        return false;
    }

    // The last character may be typed partially.
    private static bool MatchesRest(char character, ReadOnlySpan<char> rest)
    {
        if (rest.Length == 1 && char.ToLowerInvariant(character) == rest[0]) return true;
        foreach (var reading in PinyinReadings.Of(character))
        {
            if (rest.Length <= reading.Length && IsSame(reading.AsSpan(0, rest.Length), rest)) return true;
        }

        return false;
    }

    private static void AddEnds(HashSet<int> ends, char character, string typed, int from)
    {
        var rest = typed.AsSpan(from);
        if (rest.Length > 0 && char.ToLowerInvariant(character) == rest[0]) ends.Add(from + 1);
        if (char.IsWhiteSpace(character) || char.IsPunctuation(character)) ends.Add(from);
        foreach (var reading in PinyinReadings.Of(character))
        {
            foreach (var length in (ReadOnlySpan<int>)[1, InitialOf(reading), reading.Length])
            {
                if (length <= rest.Length && IsSame(reading.AsSpan(0, length), rest[..length])) ends.Add(from + length);
            }
        }
    }

    private static int InitialOf(string reading) =>
        reading.Length > 1 && reading[1] == 'h' && reading[0] is 'z' or 'c' or 's' ? Math.Min(2, reading.Length) : 1;

    // ü is typed as v on most keyboards, and as u by many people.
    private static bool IsSame(ReadOnlySpan<char> reading, ReadOnlySpan<char> typed)
    {
        for (var i = 0; i < typed.Length; i++)
        {
            if (reading[i] != typed[i] && !(reading[i] == 'v' && typed[i] == 'u')) return false;
        }

        return true;
    }
}
