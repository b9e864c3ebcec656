namespace FeedApi.Site.Addresses;

/// <summary>
/// Matches paths against a route pattern: literals, ignoring case, <c>{name}</c>, <c>{name:int:length(1,2)}</c> and <c>{**rest}</c>.
/// </summary>
/// <remarks>
/// Supports only what the tables of addresses use. A parameter may follow a literal in its segment, as in <c>feed.{format}</c>.
/// </remarks>
internal sealed class AddressPattern
{
    private const string CatchAll = "{**";
    private const string Digits = ":int:length(";

    private readonly Segment[] segments;
    private readonly bool takesRest;

    /// <summary>Parses a pattern.</summary>
    public AddressPattern(string pattern)
    {
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        takesRest = parts is [.., var last] && last.StartsWith(CatchAll, StringComparison.Ordinal);
        segments = [.. (takesRest ? parts[..^1] : parts).Select(SegmentOf)];
    }

    /// <summary>True when the path matches; trailing slashes are ignored.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    public bool Matches(ReadOnlySpan<char> path)
    {
        var rest = path.Trim('/');
        foreach (var segment in segments)
        {
            if (rest.IsEmpty) return false;
            var slash = rest.IndexOf('/');
            if (!segment.Matches(slash < 0 ? rest : rest[..slash])) return false;
            rest = slash < 0 ? [] : rest[(slash + 1)..];
        }

        return takesRest || rest.IsEmpty;
    }

    private static Segment SegmentOf(string part)
    {
        var brace = part.IndexOf('{');
        if (brace < 0) return new Segment(part, HasParameter: false, 0, 0);
        var digits = part.IndexOf(Digits, StringComparison.Ordinal);
        if (digits < 0) return new Segment(part[..brace], HasParameter: true, 0, 0);
        var bounds = part[(digits + Digits.Length)..part.IndexOf(')')].Split(',');
        return new Segment(part[..brace], HasParameter: true, bounds[0][0] - '0', bounds[^1][0] - '0');
    }

    private readonly record struct Segment(string Literal, bool HasParameter, int MinDigits, int MaxDigits)
    {
        public bool Matches(ReadOnlySpan<char> text)
        {
            if (!HasParameter) return text.Equals(Literal, StringComparison.OrdinalIgnoreCase);
            if (text.Length <= Literal.Length || !text.StartsWith(Literal, StringComparison.OrdinalIgnoreCase)) return false;
            return MaxDigits == 0 || (text.Length >= MinDigits && text.Length <= MaxDigits && !text.ContainsAnyExceptInRange('0', '9'));
        }
    }
}
