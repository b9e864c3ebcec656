using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>
/// Parses the A-IM field, in which a client lists the instance manipulations that it accepts (RFC 3229, section 10.5.3).
/// </summary>
internal static class InstanceManipulations
{
    /// <summary>True when the field lists the manipulation with a quality value other than 0.</summary>
    public static bool Accept(StringValues field, string form) =>
        field.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Any(item => IsForm(item.Split(';', StringSplitOptions.TrimEntries), form));

    private static bool IsForm(string[] parts, string form) =>
        string.Equals(parts[0], form, StringComparison.OrdinalIgnoreCase) && !parts.Skip(1).Any(IsRefusal);

    private static bool IsRefusal(string parameter) => parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && !(
            double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
                && quality > 0);
}
