using System.Text.RegularExpressions;

namespace FeedApi.Content.FrontMatter;

/// <summary>
/// Values that begin with <c>*</c>, <c>&amp;</c> or <c>!</c>: an alias, an anchor, a tag, or a text whose author knows none of them.
/// </summary>
internal static partial class YamlSign
{
    private static readonly HashSet<string> NoAnchors = [];

    /// <summary>The names of all anchors in front matter.</summary>
    public static IReadOnlySet<string> AnchorsIn(string yaml) =>
        yaml.Contains('&')
            ? Anchor().Matches(yaml).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal)
            : NoAnchors;

    /// <summary>What makes the value invalid YAML; null when it is a known alias, or an anchor or tag before a valid value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="anchors">The anchors of the front matter.</param>
    public static string? FaultOf(string value, IReadOnlySet<string> anchors)
    {
        var isValid = value[0] == '*' ? IsAlias(value, anchors)
            : ValueBehind(value) is { } rest && rest is not ['*' or '&' or '!', ..] && FrontMatterValue.FaultOf(rest, anchors) is null;
        return isValid ? null : $"A value cannot begin with {value[0]} unless it is quoted.";
    }

    private static bool IsAlias(string value, IReadOnlySet<string> anchors) =>
        Alias().Match(value) is { Success: true } alias && anchors.Contains(alias.Groups["name"].Value);

    // A value has at most an anchor and a tag. Null when what it begins with is neither.
    private static string? ValueBehind(string value)
    {
        var rest = Property().Match(value) is { Success: true } first ? first.Groups["value"].Value.Trim() : null;
        return rest is ['&' or '!', ..] && rest[0] != value[0] && Property().Match(rest) is { Success: true } second
            ? second.Groups["value"].Value.Trim()
            : rest;
    }

    [GeneratedRegex(@"(^|[\s\[{,])&(?<name>[A-Za-z0-9_\-]+)(\s|$|[,\]}])", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^\*(?<name>[A-Za-z0-9_\-]+)\s*(#.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Alias();

    // A tag: !, !name, !!name or !<address>.
    [GeneratedRegex(
        @"^(&[A-Za-z0-9_\-]+|!|!!?[A-Za-z0-9_\-./:]+|!<[A-Za-z0-9_\-./:,;!]+>)(\s+(?<value>.*))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Property();
}
