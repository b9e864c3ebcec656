using System.Globalization;
using System.Text;

namespace FeedApi.Model.Text;

/// <summary>Tells the names of one term apart that differ in more than spelling: <c>AC/DC</c> and <c>ACDC</c>.</summary>
/// <remarks>
/// Signs are not part of a <see cref="Slug"/>, so such names have one address. Case, width, spaces, hyphens and the form of quotes are
/// spelling.
/// </remarks>
internal static class MergedNames
{
    /// <summary>The names by what is left of them without their spelling; more than one group is a merger.</summary>
    /// <param name="key">The term's <see cref="Slug.KeyOf"/>. A name with another one was given to a slug, and is not compared.</param>
    /// <param name="names">The names.</param>
    public static IEnumerable<IGrouping<string, string>> Of(string key, IReadOnlyCollection<string> names) => names.Count < 2
        ? []
        : names.Where(name => string.Equals(Slug.KeyOf(name), key, StringComparison.Ordinal))
            .GroupBy(WithoutSpelling, StringComparer.Ordinal);

    /// <summary>The problem of a name that is not shown.</summary>
    /// <param name="kind">The kind of term.</param>
    /// <param name="name">The name.</param>
    /// <param name="shown">The name that is shown.</param>
    /// <param name="file">A post that has the name.</param>
    public static Problem ProblemOf(TermKind kind, string name, string shown, string file)
    {
        var word = kind switch { TermKind.Category => "category", TermKind.Tag => "tag", _ => "author" };
        return new Problem(
            ProblemCodes.MergedTerm,
            ProblemSeverity.Warning,
            file,
            Line: null,
            Column: null,
            $"The {word} \"{MessageText.Shorten(name)}\" has the same address as \"{MessageText.Shorten(shown)}\".",
            $"Both are one {word}, which is shown as \"{MessageText.Shorten(shown)}\".");
    }

    private static string WithoutSpelling(string name)
    {
        var rest = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            if (!IsSpelling(rune)) rest.Append(rune.ToString());
        }

        return rest.ToString();
    }

    private static bool IsSpelling(Rune rune) => rune.Value is '"' or '\'' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.DashPunctuation or
        UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
}
