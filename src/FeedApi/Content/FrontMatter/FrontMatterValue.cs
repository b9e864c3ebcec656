using System.Buffers;

namespace FeedApi.Content.FrontMatter;

/// <summary>Validates and requotes the value of one <c>key: value</c> line.</summary>
internal static class FrontMatterValue
{
    private static readonly SearchValues<char> NeverFirst = SearchValues.Create("@`%,]}");

    private static readonly SearchValues<char> Escapes = SearchValues.Create("0abtnvfre \"/\\N_LPxuU\t");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>What makes the value invalid YAML; null when nothing on this line does.</summary>
    /// <param name="value">The value without white space around it.</param>
    /// <param name="anchors">The anchors of the front matter.</param>
    public static string? FaultOf(string value, IReadOnlySet<string> anchors)
    {
        if (value.Length == 0 || value[0] == '#') return null;
        if (value[0] is '&' or '*' or '!') return YamlSign.FaultOf(value, anchors);
        if (value[0] is '"' or '\'')
        {
            return !ClosesAtEnd(value) ? "The value has quotes inside its quotes."
                : HasWrongEscape(value) ? "The value has a backslash that escapes nothing."
                : null;
        }

        if (NeverFirst.Contains(value[0])) return $"A value cannot begin with {value[0]} unless it is quoted.";
        if (value.StartsWith("{{", StringComparison.Ordinal)) return "Two braces begin no mapping that has a meaning here.";
        if (value[0] is '[' or '{') return IsBalanced(value) ? null : "The brackets at its start do not enclose the value.";
        if (value[0] is '|' or '>' || value.StartsWith("- ", StringComparison.Ordinal) || value.StartsWith("? ", StringComparison.Ordinal))
            return $"A value cannot begin with {value[0]} unless it is quoted.";
        var isMapping = value.Contains(": ", StringComparison.Ordinal)
            || value.Contains(":\t", StringComparison.Ordinal)
            || value.EndsWith(':');
        return isMapping ? "The value has a colon and no quotes." : null;
    }

    /// <summary>The value as its author meant it, in single quotes.</summary>
    public static string Quote(string value)
    {
        var quote = value[0];
        var isEnclosed = quote is '"' or '\'' && value.Length > 1 && value[^1] == quote;
        var text = !isEnclosed ? value
            : quote == '"' ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal)
            : value[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (!isEnclosed && quote is '"' or '\'' && value.Count(letter => letter == quote) == 1) text = value[1..];
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>True when the brackets at the start of a value enclose all of it, except for a comment.</summary>
    public static bool IsBalanced(string value)
    {
        var open = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '[' or '{') open++;
            if (value[i] is ']' or '}' && --open == 0) return IsEnd(value.AsSpan(i + 1));
        }

        return false;
    }

    private static bool HasWrongEscape(string value)
    {
        if (value[0] != '"') return false;
        for (var i = 1; i + 1 < value.Length; i++)
        {
            if (value[i] != '\\') continue;
            var digits = value[++i] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            if (!Escapes.Contains(value[i]) || i + digits >= value.Length || value.AsSpan(i + 1, digits).ContainsAnyExcept(HexDigits))
                return true;
        }

        return false;
    }

    private static bool ClosesAtEnd(string value)
    {
        var quote = value[0];
        for (var i = 1; i < value.Length; i++)
        {
            if (quote == '"' && value[i] == '\\') i++;
            else if (value[i] == quote)
            {
                if (quote == '\'' && i + 1 < value.Length && value[i + 1] == quote) i++;
                else return IsEnd(value.AsSpan(i + 1));
            }
        }

        return false;
    }

    private static bool IsEnd(ReadOnlySpan<char> rest) => rest.Trim().IsEmpty || (rest[0] is ' ' or '\t' && rest.TrimStart()[0] == '#');
}
