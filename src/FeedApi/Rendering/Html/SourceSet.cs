using System.Globalization;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Html;

/// <summary>Reads and rewrites the <c>srcset</c> attribute.</summary>
/// <remarks>HTML Living Standard, "parsing a srcset attribute": an address ends at white space or at trailing commas.</remarks>
internal static class SourceSet
{
    /// <summary>The same candidates with absolute addresses; those without a usable one are left out. Null when none remains.</summary>
    public static string? Resolve(string value, AddressResolver addresses)
    {
        var candidates = new List<string>();
        var at = 0;
        while (NextCandidate(value, ref at) is var (address, descriptor) && address.Length > 0)
        {
            if (addresses.Resolve(address) is not { } absolute) continue;
            var encoded = absolute.Replace(",", "%2C", StringComparison.Ordinal);
            candidates.Add(descriptor.Length == 0 ? encoded : $"{encoded} {descriptor}");
        }

        return candidates.Count == 0 ? null : string.Join(", ", candidates);
    }

    /// <summary>The address of the largest candidate; null when there is none.</summary>
    public static string? Largest(string value)
    {
        var (largest, size, at) = ((string?)null, -1d, 0);
        while (NextCandidate(value, ref at) is var (address, descriptor) && address.Length > 0)
        {
            var isNumber = double.TryParse(
                descriptor.AsSpan().TrimEnd("wx"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var stated);
            if ((isNumber ? stated : 1) <= size) continue;
            (largest, size) = (address, isNumber ? stated : 1);
        }

        return largest;
    }

    private static (string Address, string Descriptor) NextCandidate(string value, ref int at)
    {
        while (at < value.Length && (char.IsWhiteSpace(value[at]) || value[at] == ',')) at++;
        var start = at;
        while (at < value.Length && !char.IsWhiteSpace(value[at])) at++;
        var address = value[start..at];
        if (address.EndsWith(',')) return (address.TrimEnd(','), "");
        var descriptorStart = at;
        while (at < value.Length && value[at] != ',') at++;
        return (address, value[descriptorStart..at].Trim());
    }
}
