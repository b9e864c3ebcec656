namespace FeedApi.Model;

/// <summary>
/// Decides which of several files has an id, guid or address that all of them ask for: one in the site's default language, then the one
/// with the shortest path, then the ordinally first. Depends on paths alone, so the order in which files are read does not matter.
/// </summary>
/// <param name="Value">The language and the path's length in UTF-16 code units as one number; the lowest wins.</param>
/// <param name="Path">Relative to the content folder; decides between equal values.</param>
internal readonly record struct SourceRank(long Value, string Path) : IComparable<SourceRank>
{
    private const long OtherLanguage = 1L << 32;

    /// <summary>The rank of a file.</summary>
    /// <param name="path">Relative to the content folder.</param>
    /// <param name="isInDefaultLanguage">True when the path names the site's default language.</param>
    public static SourceRank Of(string path, bool isInDefaultLanguage) =>
        new((isInDefaultLanguage ? 0 : OtherLanguage) + path.Length, path);

    /// <inheritdoc/>
    public int CompareTo(SourceRank other) => Value != other.Value ? Value.CompareTo(other.Value) : CompareBytes(Path, other.Path);

    // As an index sorts text: by UTF-8 bytes, which are in the order of code points, unlike UTF-16 code units.
    private static int CompareBytes(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        if (same == one.Length || same == other.Length) return one.Length.CompareTo(other.Length);
        return WeightOf(one[same]).CompareTo(WeightOf(other[same]));
    }

    private static int WeightOf(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
