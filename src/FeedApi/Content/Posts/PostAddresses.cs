using System.Buffers;
using System.Globalization;
using System.Text;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Files;

namespace FeedApi.Content.Posts;

/// <summary>Reads the parts of addresses: id, slug, permalink and old addresses. None of them can leave the site's root.</summary>
internal static class PostAddresses
{
    private static readonly SearchValues<char> UnsafeInSegment = SearchValues.Create("/\\?#%:<>\"");
    private static readonly SearchValues<char> UnsafeInPath = SearchValues.Create("\\?#<>\"");

    /// <summary>The front matter's <c>id</c>, else the file's stem: NFC, safe as one segment of a path.</summary>
    public static string IdOf(FieldReader fields, PostFileName name)
    {
        var written = fields.Line("id", FieldReader.NameChars);
        var id = Normalize(written ?? name.Stem);
        if (id.Length > 0 && id is not ("." or "..") && !id.AsSpan().ContainsAny(UnsafeInSegment) && !id.Any(IsInvisible)) return id;
        var made = Slug.From(WithoutInvisible(id));
        Warn(
            fields,
            written is null ? null : fields.Find("id"),
            $"The id {MessageText.Shorten(id)} cannot be part of an address.",
            $"It became {made}.");
        return made;
    }

    /// <summary>The front matter's <c>slug</c>, else the one in the file's name; URL-safe.</summary>
    public static string SlugOf(FieldReader fields, PostFileName name)
    {
        if (fields.Line("slug", FieldReader.NameChars) is not { } written) return Slug.From(WithoutInvisible(name.Slug));
        var made = Slug.From(WithoutInvisible(written));
        if (!string.Equals(made, Normalize(written), StringComparison.Ordinal))
            Warn(fields, fields.Find("slug"), $"The slug {MessageText.Shorten(written)} is not safe in an address.", $"It became {made}.");
        return made;
    }

    /// <summary>The front matter's <c>slug</c> as written, else the one in the file's name, without trailing dots.</summary>
    public static string WrittenSlugOf(FieldReader fields, PostFileName name)
    {
        var written = WithoutInvisible(Normalize(
            (fields.Find("slug") is ConfigScalar slug ? slug.Text.Trim() : null) ?? name.Slug.TrimEnd('.')));
        return written.Length > 0 ? written : Slug.From(name.Stem);
    }

    /// <summary>
    /// The front matter's <c>permalink</c> as an absolute path, possibly with placeholders; null when unset or not acceptable.
    /// </summary>
    public static string? PermalinkOf(FieldReader fields) =>
        fields.Line("permalink", HttpAddress.MaxChars) is { } written
            ? PathOf(fields, "permalink", fields.Find("permalink")!, written)
            : null;

    /// <summary>The paths under <c>redirect_from</c> and <c>aliases</c>, each once.</summary>
    public static IReadOnlyList<string> RedirectsOf(FieldReader fields)
    {
        var (from, aliases) = (fields.Find("redirect_from"), fields.Find("aliases"));
        if (from is null && aliases is null) return [];
        List<string> paths = [];
        Add(paths, fields, "redirect_from", from);
        Add(paths, fields, "aliases", aliases);
        return paths;
    }

    private static void Add(List<string> paths, FieldReader fields, string key, ConfigNode? value)
    {
        foreach (var entry in fields.Entries(key, value))
        {
            if (fields.Line(key, entry, HttpAddress.MaxChars) is { } written
                && PathOf(fields, key, entry, written) is { } path
                && !paths.Contains(path))
            {
                paths.Add(path);
            }
        }
    }

    private static string? PathOf(FieldReader fields, string key, ConfigNode at, string written)
    {
        var path = written.StartsWith('/') ? written : "/" + written;
        if (IsSafePath(path)) return path;
        Warn(fields, at, $"{key} is not an acceptable path: {MessageText.Shorten(written)}", "It is not used.");
        return null;
    }

    private static bool IsSafePath(string path)
    {
        var decoded = path;
        // Escapes may be escaped again; three layers are more than any proxy decodes.
        for (var layer = 0; layer < 3 && decoded.Contains('%'); layer++) decoded = Uri.UnescapeDataString(decoded);
        return !decoded.StartsWith("//", StringComparison.Ordinal) && !decoded.Contains("://", StringComparison.Ordinal)
            && !decoded.AsSpan().ContainsAny(UnsafeInPath) && !decoded.Any(IsInvisible) && !decoded.Contains('\uFFFD')
            && decoded.Split('/').All(segment => segment is not ("." or ".."));
    }

    private static void Warn(FieldReader fields, ConfigNode? at, string message, string action) =>
        fields.Problems.Warn(ProblemCodes.BadSlug, at?.Line, at?.Column, message, action);

    private static string Normalize(string text) =>
        text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    private static string WithoutInvisible(string text) =>
        text.Any(IsInvisible) ? string.Concat(text.Where(letter => !IsInvisible(letter))) : text;

    // Control characters, bidi overrides, zero-width characters: two addresses must not look like one.
    private static bool IsInvisible(char letter) =>
        char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
