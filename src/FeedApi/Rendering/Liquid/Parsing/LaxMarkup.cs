using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Makes what it can of markup that is not well-formed, as Ruby's Liquid does in its lax mode.</summary>
internal static partial class LaxMarkup
{
    private const string Quoted = "\"[^\"]*\"|'[^']*'";

    /// <summary>A text in quotes, or a run without spaces, commas and bars.</summary>
    public const string Fragment = "(?:" + Quoted + "|(?:[^\\s,|'\"]|" + Quoted + ")+)";

    /// <summary>The first expression found, with the filters behind it.</summary>
    public static LiquidExpression Filtered(string markup)
    {
        var match = FirstFragment().Match(markup);
        if (!match.Success) return ConstantExpression.Nil;
        var input = ExpressionText.Read(match.Value);
        var rest = markup[(match.Index + match.Length)..];
        var bar = rest.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0) return input;
        List<FilterCall> calls = [];
        foreach (var filter in Filters().Matches(rest[(bar + 1)..]).Take(LiquidLimits.Parts))
        {
            if (FilterName().Match(filter.Value) is { Success: true } name) calls.Add(Call(name.Value, filter.Value));
        }

        return calls.Count == 0 ? input : new FilteredExpression(input, calls);
    }

    /// <summary>Comparisons between the words <c>and</c> and <c>or</c>; null when one of them is nothing at all.</summary>
    public static LiquidCondition? Condition(string markup)
    {
        List<(LiquidCondition, bool)> parts = [];
        var start = 0;
        foreach (var word in JoiningWords(markup))
        {
            if (parts.Count > LiquidLimits.Parts || Comparison(markup[start..word.Index]) is not { } comparison) return null;
            parts.Add((comparison, word.Value.Contains("and", StringComparison.Ordinal)));
            start = word.Index + word.Length;
        }

        if (Comparison(markup[start..]) is not { } last) return null;
        parts.Add((last, false));
        return MarkupParser.Chain(parts);
    }

    /// <summary>The <c>name: value</c> pairs of a tag.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Attributes(string markup) =>
        AttributePairs().Matches(markup).Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value));

    /// <summary>The first fragment of a markup; null when there is none.</summary>
    public static string? First(string markup) => FirstFragment().Match(markup) is { Success: true } match ? match.Value : null;

    /// <summary>The values of a <c>when</c>, which stand between commas or the word <c>or</c>; what follows without either is passed over.</summary>
    public static IEnumerable<string> Alternatives(string markup)
    {
        for (var rest = markup; FirstFragment().Match(rest) is { Success: true } match;)
        {
            yield return match.Value;
            var next = NextAlternative().Match(rest[(match.Index + match.Length)..]);
            if (!next.Success) yield break;
            rest = rest[(match.Index + match.Length + next.Length)..];
        }
    }

    // Not those inside quotes.
    private static IEnumerable<Match> JoiningWords(string markup) =>
        WordsAndTexts().Matches(markup).Where(match => match.Value[0] is not ('"' or '\''));

    private static LiquidCondition? Comparison(string markup)
    {
        var match = ComparisonParts().Match(markup);
        if (!match.Success) return null;
        var comparison = match.Groups[2].Success ? match.Groups[2].Value : null;
        var right = match.Groups[3].Success ? ExpressionText.Read(match.Groups[3].Value) : ConstantExpression.Nil;
        return new LiquidCondition(ExpressionText.Read(match.Groups[1].Value), comparison, right);
    }

    private static FilterCall Call(string name, string written)
    {
        List<LiquidExpression> arguments = [];
        List<KeyValuePair<string, LiquidExpression>> named = [];
        foreach (Match match in Arguments().Matches(written))
        {
            if (NamedArgument().Match(match.Groups[1].Value) is { Success: true } pair)
                named.Add(new(pair.Groups[1].Value, ExpressionText.Read(pair.Groups[2].Value)));
            else arguments.Add(ExpressionText.Read(match.Groups[1].Value));
        }

        return new FilterCall(name, arguments, named);
    }

    [GeneratedRegex(Fragment, RegexOptions.NonBacktracking)]
    private static partial Regex FirstFragment();

    [GeneratedRegex(@"(?:\s|" + Fragment + "|,)+", RegexOptions.NonBacktracking)]
    private static partial Regex Filters();

    [GeneratedRegex(@"[A-Za-z0-9_]+", RegexOptions.NonBacktracking)]
    private static partial Regex FilterName();

    [GeneratedRegex(@"(?::|,)\s*((?:[A-Za-z0-9_]+\s*:\s*)?" + Fragment + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Arguments();

    [GeneratedRegex(@"^([A-Za-z0-9_][A-Za-z0-9_\-]*)\s*:\s*(" + Fragment + ")$", RegexOptions.NonBacktracking)]
    private static partial Regex NamedArgument();

    [GeneratedRegex(@"([A-Za-z0-9_][A-Za-z0-9_\-]*)\s*:\s*(" + Fragment + ")", RegexOptions.NonBacktracking)]
    private static partial Regex AttributePairs();

    [GeneratedRegex("(" + Fragment + @")\s*([=!<>a-z_]+)?\s*(" + Fragment + ")?", RegexOptions.NonBacktracking)]
    private static partial Regex ComparisonParts();

    [GeneratedRegex(@"^(?:\s+or\s+|\s*,\s*)", RegexOptions.NonBacktracking)]
    private static partial Regex NextAlternative();

    [GeneratedRegex(Quoted + @"|\s(?:and|or)\s", RegexOptions.NonBacktracking)]
    private static partial Regex WordsAndTexts();
}
