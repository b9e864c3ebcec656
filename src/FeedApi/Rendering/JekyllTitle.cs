using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Rendering;

/// <summary>
/// The title of a Jekyll site's post as plain text: what jekyll-feed shows of it, except that nothing which is no markup is lost.
/// </summary>
/// <remarks>
/// jekyll-feed 0.17.0, lib/jekyll-feed/feed.xml: <c>smartify | strip_html | normalize_whitespace</c>, as HTML. Its strip_html also removes
/// the type parameter of <c>Vec&lt;T&gt;</c>; here only elements of HTML are removed, and only with both their tags. Quotation marks and
/// dashes stay as written, as in Jekyll's pages: API, search and feeds have one title.
/// </remarks>
internal sealed partial class JekyllTitle(SiteConfig site)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<");

    // Images are dealt with before, as they have a text.
    private static readonly HashSet<string> Known = new(
        ("a abbr acronym audio b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark math nobr object output p "
            + "picture q rp rt ruby s samp small span strike strong sub sup svg time tt u var video wbr div h1 h2 h3 h4 h5 h6 center")
            .Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The plain text; the title as written when nothing of it would be left.</summary>
    public string Of(string title)
    {
        if (!site.IsJekyll || !title.AsSpan().ContainsAny(Special)) return title;
        var text = title;
        if (text.Contains('<')) text = WithoutTags(text);
        if (text.Contains('&')) text = XmlText.Clean(WebUtility.HtmlDecode(text));
        text = Spaces().Replace(text, " ").Trim();
        return XmlText.IsVisible(text) ? text : title;
    }

    private static string WithoutTags(string text)
    {
        text = Unseen().Replace(text, "");
        text = Images().Replace(text, image => image.Groups["alt"].Value);
        var tags = Tags().Matches(text).Where(tag => Known.Contains(tag.Groups["name"].Value)).ToArray();
        if (tags.Length == 0) return text;
        var removed = new bool[tags.Length];
        var open = new Stack<int>();
        for (var index = 0; index < tags.Length; index++) Pair(tags, index, open, removed);
        var rest = text;
        for (var index = tags.Length - 1; index >= 0; index--)
        {
            if (removed[index]) rest = rest.Remove(tags[index].Index, tags[index].Length).Insert(tags[index].Index, GapOf(tags[index]));
        }

        return rest;
    }

    // A start tag without an end, as in "use <b> for bold", is a subject and no markup.
    private static void Pair(Match[] tags, int index, Stack<int> open, bool[] removed)
    {
        var name = tags[index].Groups["name"].Value;
        if (GapOf(tags[index]).Length > 0 || name.Equals("wbr", StringComparison.OrdinalIgnoreCase)) removed[index] = true;
        else if (!tags[index].Groups["end"].Success) open.Push(index);
        else if (open.Any(start => HasName(start)))
        {
            while (!HasName(open.Peek())) open.Pop();
            removed[open.Pop()] = removed[index] = true;
        }

        bool HasName(int start) => tags[start].Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    // Words on two lines are two words.
    private static string GapOf(Match tag) => tag.Groups["name"].Value.Equals("br", StringComparison.OrdinalIgnoreCase) ? " " : "";

    [GeneratedRegex(@"<(?<end>/)?(?<name>[A-Za-z][A-Za-z0-9]*)(\s[^<>]*|/)?>", RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex(
        @"<img\b(?:[^<>]*?\salt=[""'](?<alt>[^""'<>]*)[""'])?[^<>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Images();

    [GeneratedRegex(
        @"<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[ \t\r\n\f\v]+")]
    private static partial Regex Spaces();
}
