using System.Text.RegularExpressions;

namespace FeedApi.Site.Nodes;

/// <summary>Shortens the fractions of a second that Tomlyn cannot hold.</summary>
/// <remarks>
/// TOML 1.0, "Offset Date-Time": what is more precise than an implementation supports must be truncated and is no fault. Tomlyn refuses
/// more digits than .NET's ticks have; Hugo and Go write nine.
/// </remarks>
internal static partial class TomlFractions
{
    /// <summary>True when the value of a key has a fraction of more than seven digits.</summary>
    public static bool IsTooLong(string toml) => LongFraction().IsMatch(toml);

    /// <summary>Truncates these fractions to seven digits.</summary>
    public static string Shorten(string toml) => LongFraction().Replace(toml, "$1");

    [GeneratedRegex(
        "^([^=\"'#\n]+=[ \\t]*(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ])?[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{7})[0-9]+",
        RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex LongFraction();
}
