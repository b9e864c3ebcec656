namespace FeedApi.Model.Text;

/// <summary>
/// Finds the name that was probably meant: at most one edit (insertion, deletion or substitution) or one transposition away.
/// </summary>
internal static class Spelling
{
    /// <summary>A suggestion to append to a message; empty when no name is near.</summary>
    public static string Hint(string written, IEnumerable<string> allowed) =>
        Nearest(written, allowed) is { } nearest ? $" (did you mean {nearest}?)" : "";

    /// <summary>The nearest name, ignoring case; null when none is near. Among equally near names the first is returned.</summary>
    /// <param name="written">The name as written.</param>
    /// <param name="allowed">The candidates, without names that are also given.</param>
    public static string? Nearest(string written, IEnumerable<string> allowed)
    {
        var near = allowed.Where(name => IsNear(written, name)).ToArray();
        return near.FirstOrDefault(name => name.Equals(written, StringComparison.OrdinalIgnoreCase)) ?? near.FirstOrDefault();
    }

    /// <summary>True when the two are at most one edit or one transposition apart, ignoring case.</summary>
    public static bool IsNear(string written, string name)
    {
        if (Math.Abs(written.Length - name.Length) > 1) return false;
        var (one, other) = (written.ToLowerInvariant(), name.ToLowerInvariant());
        // Any two single letters are one edit apart.
        if (one.Length < 2 || other.Length < 2) return one == other;
        var start = one.AsSpan().CommonPrefixLength(other);
        var (left, right) = (one.Length - start, other.Length - start);
        while (left > 0 && right > 0 && one[start + left - 1] == other[start + right - 1]) (left, right) = (left - 1, right - 1);
        if (left <= 1 && right <= 1) return true;
        return left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    }
}
