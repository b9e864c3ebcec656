using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Searching;

/// <summary>
/// Looks for a query in every text, from its beginning to its end: what a search must find, told without an index and without tokens.
/// </summary>
/// <remarks>
/// Texts and clauses are brought into one form, in which a clause is there when it is a part of the text: compatibility forms and accents
/// undone, lower case, one space on both sides of every word, one bar for whatever else stands between two ideographs.
/// </remarks>
internal static partial class PlainScan
{
    private const string Ideographs = @"\u3005-\u30FF\u3105-\u318F\u31A0-\u31FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uD800-\uDFFF";

    /// <summary>The form in which texts and clauses are compared.</summary>
    public static string FormOf(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD);
        folded = Accents.Replace(folded, "").Normalize(NormalizationForm.FormC);
        return Gaps.Replace(
            Others.Replace(Words.Replace(folded, " $0 "), "|"), gap => gap.Value.Contains(' ', StringComparison.Ordinal) ? " " : "|");
    }

    /// <summary>True when an article answers a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="title">The form of the title.</param>
    /// <param name="text">The form of the text.</param>
    public static bool Answers(AskedQuery query, string title, string text) => query.Clauses.All(clause =>
    {
        var wanted = FormOf(clause.Text).Trim('|');
        return clause.IsExcluded != (title.Contains(wanted, StringComparison.Ordinal) || text.Contains(wanted, StringComparison.Ordinal));
    });

    [GeneratedRegex(@"[\u0300-\u036F]")]
    private static partial Regex Accents { get; }

    [GeneratedRegex($@"[\p{{L}}\p{{N}}\p{{M}}-[{Ideographs}]]+((?>[+#]{{1,2}})(?![\p{{L}}\p{{N}}\p{{M}}-[{Ideographs}]]))?")]
    private static partial Regex Words { get; }

    // What is left of a text outside its words: neither an ideograph nor the sign of a word.
    [GeneratedRegex($@"(?<![\p{{L}}\p{{N}}\p{{M}}+#])[+#]+|[^\p{{L}}\p{{N}}\p{{M}}{Ideographs} +#]+|(?<= )[+#]+")]
    private static partial Regex Others { get; }

    [GeneratedRegex(@"[ |]+")]
    private static partial Regex Gaps { get; }
}
