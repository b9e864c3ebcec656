namespace FeedApi.Catalog.Pinyin;

/// <summary>The letter under which a Chinese name stands in a list: the initial of its pinyin.</summary>
internal static class PinyinInitials
{
    // Of the names that begin so, those whose first character is usually read otherwise.
    private static readonly (string Start, char Initial)[] Words =
    [
        ("长者", 'Z'), ("长官", 'Z'), ("长辈", 'Z'), ("长老", 'Z'), ("长", 'C'), ("重庆", 'C'), ("重阳", 'C'), ("重组", 'C'), ("重新", 'C'),
        ("行业", 'H'), ("行情", 'H'), ("会计", 'K'), ("都", 'D'), ("调研", 'D'), ("调查", 'D'), ("乐器", 'Y'), ("乐队", 'Y'), ("乐坛", 'Y'),
    ];

    /// <summary><c>A</c> to <c>Z</c>; null when the name does not begin with a Han character, marks before it aside.</summary>
    /// <param name="name">A display name.</param>
    /// <param name="spelling">The name in Latin letters, if it is known, which decides between several readings; or something else.</param>
    public static char? Of(string name, string spelling)
    {
        var start = name.AsSpan().TrimStart("《「『【（(\"“‘[<〈· ");
        if (start.IsEmpty || PinyinReadings.Of(start[0]) is not { Count: > 0 } readings) return null;
        if (spelling.Length > 0 && readings.Any(reading => reading[0] == char.ToLowerInvariant(spelling[0])))
            return char.ToUpperInvariant(spelling[0]);
        foreach (var (word, initial) in Words)
        {
            if (start.StartsWith(word, StringComparison.Ordinal)) return initial;
        }

        return char.ToUpperInvariant(readings[0][0]);
    }
}
