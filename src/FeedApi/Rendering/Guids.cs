using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Content;

namespace FeedApi.Rendering;

/// <summary>Makes the identity of an article: an absolute URI in ASCII that outlives edits of the post.</summary>
/// <remarks>RFC 4287, section 4.2.6: an id never changes. RFC 4151: tag URIs.</remarks>
public sealed partial class Guids(SiteConfig site, Permalinks permalinks)
{
    // RFC 3986: unreserved, sub-delims, ':' '@' '/'; what Jekyll leaves as written in a path.
    private static readonly SearchValues<char> PathChars = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/");
    private static readonly SearchValues<char> UriChars = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?#");
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The front matter's own guid, else the one that the site's style makes.</summary>
    public string GuidOf(Post post)
    {
        var own = post.Guid?.Trim();
        var published = DateOnly.FromDateTime(post.Published.DateTime);
        // A post with an identity of its own may be renamed; one without must not depend on edits of its front matter.
        if (!string.IsNullOrEmpty(own)) return Absolute().IsMatch(own) ? Encode(own, UriChars, keepsEscapes: true) : Tag(published, own);
        return site.GuidStyle == GuidStyle.Jekyll ? Jekyll(post) : Tag(post.FileDate ?? published, post.Id);
    }

    private string Tag(DateOnly day, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{site.GuidHost},{day:yyyy-MM-dd}:{Uri.EscapeDataString(value)}");

    // Jekyll's post.id: the folder of the address, a slash, and the slug as the file writes it.
    private string Jekyll(Post post)
    {
        var path = permalinks.JekyllPathOf(post).TrimEnd('/');
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        return site.Url + site.BaseUrl + Encode($"{folder}/{WrittenSlug(post)}", PathChars, keepsEscapes: false);
    }

    private static string WrittenSlug(Post post)
    {
        var stem = Path.GetFileNameWithoutExtension(post.Path);
        var written = FileDate().Replace(stem, "").TrimEnd('.');
        return written.Length > 0 && string.Equals(Slug.From(written), post.Slug, StringComparison.Ordinal) ? written : post.Slug;
    }

    private static string Encode(string text, SearchValues<char> kept, bool keepsEscapes)
    {
        var encoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (kept.Contains(text[i]) || (keepsEscapes && IsEscape(text.AsSpan(i))))
            {
                encoded.Append(text[i]);
                continue;
            }

            var length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            encoded.Append(Uri.EscapeDataString(text.AsSpan(i, length)));
            i += length - 1;
        }

        return encoded.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.\-]*:\S+$", RegexOptions.NonBacktracking)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^\d{2,4}-\d{1,2}-\d{1,2}-", RegexOptions.NonBacktracking)]
    private static partial Regex FileDate();
}
