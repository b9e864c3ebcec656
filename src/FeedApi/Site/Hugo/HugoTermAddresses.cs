using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Site.Hugo;

/// <summary>Reads the addresses at which Hugo has its terms: under the taxonomy's name, or as <c>permalinks</c> says.</summary>
/// <remarks>A term with a slash has an address of several segments, <c>/tags/ci/cd/</c>.</remarks>
internal sealed class HugoTermAddresses
{
    private const string FeedFile = "/index.xml";
    private const string TermGroup = "term";

    private readonly IReadOnlyList<(TermKind Kind, Regex Pattern)> terms;
    private readonly FrozenDictionary<string, TermKind> lists;
    private readonly (TermKind Kind, string Name, string Template)[] rules;
    private readonly HugoSettings hugo;

    /// <summary>The addresses of a site.</summary>
    public HugoTermAddresses(HugoSettings hugo)
    {
        this.hugo = hugo;
        (string Name, TermKind Kind)[] taxonomies =
            [.. Enum.GetValues<TermKind>().SelectMany(kind => NamesOf(hugo, kind).Select(name => (name, kind)))];
        terms = [.. taxonomies.Select(each => (each.Kind, PatternOf(hugo.Permalinks.OfTerm(each.Name) ?? ":section/:slug", each.Name)))
            .Concat(taxonomies.Select(each => (each.Kind, PatternOf(":section/:slug", each.Name))))];
        rules = [.. from each in taxonomies
                    let template = hugo.Permalinks.OfTerm(each.Name)
                    where template is not null
                    select (each.Kind, each.Name, template)];
        lists = taxonomies
            .SelectMany(
                each => new[] { each.Name, hugo.Permalinks.OfTaxonomy(each.Name) ?? each.Name }, (each, path) => (each.Kind, Path: path))
            .DistinctBy(each => PathOf(each.Path, hugo))
            .ToFrozenDictionary(each => PathOf(each.Path, hugo), each => each.Kind, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The kind of terms that a list of Hugo's is of; null when the path is that of none.</summary>
    public TermKind? FindList(string path) => lists.TryGetValue(path.TrimEnd('/'), out var kind) ? kind : null;

    /// <summary>The terms that a path may name, with the text by which to look each up, and whether it is the term's feed.</summary>
    /// <param name="path">Percent-decoded.</param>
    public IEnumerable<(TermKind Kind, string Term, bool IsFeed)> Find(string path)
    {
        var isFeed = path.EndsWith(FeedFile, StringComparison.OrdinalIgnoreCase);
        var page = (isFeed ? path[..^FeedFile.Length] : path).TrimEnd('/');
        foreach (var (kind, pattern) in terms)
        {
            if (pattern.Match(page) is { Success: true } match) yield return (kind, match.Groups[TermGroup].Value, isFeed);
        }
    }

    /// <summary>The kinds of terms that have addresses by a rule of the site.</summary>
    public IEnumerable<TermKind> RuledKinds => rules.Select(rule => rule.Kind).Distinct();

    /// <summary>True when a term is at a path by a rule, in which names lose signs: <c>C++</c> is at <c>/tags/c-/</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="term">The name.</param>
    /// <param name="path">Percent-decoded; of the page or its feed.</param>
    public bool IsAt(TermKind kind, string term, string path)
    {
        var page = (path.EndsWith(FeedFile, StringComparison.OrdinalIgnoreCase) ? path[..^FeedFile.Length] : path).TrimEnd('/');
        return rules.Any(rule => rule.Kind == kind
            && RuledPathOf(rule.Name, rule.Template, term).Equals(page, StringComparison.OrdinalIgnoreCase));
    }

    private string RuledPathOf(string taxonomy, string template, string term)
    {
        var name = HugoPath.NameOf(term, hugo);
        var path = HugoPlaceholders.Replace(template.TrimEnd('/') + "/", (word, _) => word is "section" or "sections" ? taxonomy : name);
        return PathOf(HugoPath.Unescape(path), hugo);
    }

    private static IEnumerable<string> NamesOf(HugoSettings hugo, TermKind kind)
    {
        var ours = SiteLinks.Collection(kind);
        return hugo.Taxonomies.Where(each => each.Value == ours).Select(each => each.Key).Append(ours);
    }

    private static string PathOf(string written, HugoSettings hugo) => HugoPath.Sanitize(HugoPath.Clean("/" + written), hugo).TrimEnd('/');

    // The first placeholder that stands for the term's name; dates are those of no post and match anything.
    private static Regex PatternOf(string template, string taxonomy)
    {
        var hasTerm = false;
        var marked = HugoPlaceholders.Replace("/" + template.Trim('/'), (word, _) =>
        {
            if (word is "section" or "sections") return taxonomy;
            var isName = word is "slug" or "title" or "slugorfilename" or "filename" or "contentbasename" or "slugorcontentbasename";
            if (!isName || hasTerm) return "\u0001";
            hasTerm = true;
            return "\u0000";
        });
        var expression = Regex.Escape(marked)
            .Replace("\u0000", $"(?<{TermGroup}>.+)", StringComparison.Ordinal)
            .Replace("\u0001", "[^/]+", StringComparison.Ordinal);
        return new Regex($@"^{expression}\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
