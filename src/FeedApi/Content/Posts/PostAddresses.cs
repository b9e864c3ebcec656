using System.Buffers;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;
using FeedApi.Site.Settings;

namespace FeedApi.Content.Posts;

/// <summary>Reads the parts of addresses: id, slug, permalink and old addresses. None of them can leave the site's root.</summary>
internal static class PostAddresses
{
    private static readonly SearchValues<char> UnsafeInPath = SearchValues.Create("\\?#<>\"");

    /// <summary>The id that the file's name gives, when no other file has it.</summary>
    public static string NameIdOf(FieldReader fields, PostFileName name, bool isUsed)
    {
        if (isUsed) WarnUnsafe(fields, null, name.Stem);
        return PostStem.IdOf(name.Stem);
    }

    /// <summary>The front matter's <c>id</c>: NFC, safe as one segment of a path; null when unset.</summary>
    public static string? WrittenIdOf(FieldReader fields)
    {
        if (fields.Line("id", FieldReader.NameChars) is not { } written) return null;
        WarnUnsafe(fields, fields.Find("id"), written);
        return PostStem.IdOf(written);
    }

    private static void WarnUnsafe(FieldReader fields, ConfigNode? at, string written)
    {
        var id = PostStem.Normalize(written);
        if (!PostStem.IsSafe(id))
            Warn(fields, at, $"The id {MessageText.Shorten(id)} cannot be part of an address.", $"It became {PostStem.IdOf(written)}.");
    }

    /// <summary>The front matter's <c>slug</c>, else the one in the file's name; URL-safe.</summary>
    /// <param name="fields">The front matter.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="warns">False when addresses are not made of it but of what is written, as in Hugo.</param>
    public static string SlugOf(FieldReader fields, PostFileName name, bool warns = true)
    {
        if (fields.Line("slug", FieldReader.NameChars) is not { } written) return Slug.From(PostStem.WithoutInvisible(name.Slug));
        var made = Slug.From(PostStem.WithoutInvisible(written));
        if (warns && !string.Equals(made, PostStem.Normalize(written), StringComparison.Ordinal))
            Warn(fields, fields.Find("slug"), $"The slug {MessageText.Shorten(written)} is not safe in an address.", $"It became {made}.");
        return made;
    }

    /// <summary>The front matter's <c>slug</c> as written, else the one in the file's name, without trailing dots.</summary>
    public static string WrittenSlugOf(FieldReader fields, PostFileName name)
    {
        var written = PostStem.WithoutInvisible(PostStem.Normalize(
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

    /// <summary>
    /// The address under <c>redirect_to</c>, of a list the first entry that is set; null when unset. <c>false</c> means none.
    /// </summary>
    /// <remarks>jekyll-redirect-from 0.16, redirectable.rb.</remarks>
    public static string? RedirectTargetOf(FieldReader fields)
    {
        var value = fields.Find("redirect_to");
        if (value is ConfigList list) value = list.Items.FirstOrDefault(item => !item.IsUnset);
        var isSet = value is not (null or ConfigScalar { IsPlain: true, Text: "false" });
        return isSet ? fields.Line("redirect_to", value, HttpAddress.MaxChars) : null;
    }

    /// <summary>
    /// The paths under <c>redirect_from</c> and <c>aliases</c>, percent-decoded, each once, without those at which the program or a feed
    /// answers.
    /// </summary>
    /// <param name="fields">The front matter.</param>
    /// <param name="feeds">The feed addresses that the site configures.</param>
    public static IReadOnlyList<string> RedirectsOf(FieldReader fields, FeedSettings feeds)
    {
        var (from, aliases) = (fields.Find("redirect_from"), fields.Find("aliases"));
        if (from is null && aliases is null) return [];
        List<string> paths = [];
        Add(paths, fields, "redirect_from", from, feeds);
        Add(paths, fields, "aliases", aliases, feeds);
        return paths;
    }

    private static void Add(List<string> paths, FieldReader fields, string key, ConfigNode? value, FeedSettings feeds)
    {
        foreach (var entry in fields.Entries(key, value))
        {
            if (fields.Line(key, entry, HttpAddress.MaxChars) is { } written
                && PathOf(fields, key, entry, written) is { } path
                && Decode(path) is var decoded
                && !paths.Contains(decoded)
                && IsFree(fields, key, entry, decoded, feeds))
            {
                paths.Add(decoded);
            }
        }
    }

    private static bool IsFree(FieldReader fields, string key, ConfigNode at, string path, FeedSettings feeds)
    {
        if (!ReservedPaths.Contains(path, feeds)) return true;
        Warn(
            fields,
            at,
            $"{key} has {MessageText.Shorten(path)}, an address of FeedApi itself or of a feed; the nearest free address is "
            + $"{MessageText.Shorten(ReservedPaths.NearestFree(path, feeds))}.",
            "It is not used.");
        return false;
    }

    // As the path of a request is given; a plugin's redirect may be written either way.
    private static string Decode(string path)
    {
        var decoded = PostStem.Normalize(path.Contains('%') ? Uri.UnescapeDataString(path) : path);
        while (decoded.Contains("//", StringComparison.Ordinal)) decoded = decoded.Replace("//", "/", StringComparison.Ordinal);
        return decoded;
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
            && !decoded.AsSpan().ContainsAny(UnsafeInPath) && !decoded.Any(PostStem.IsInvisible) && !decoded.Contains('\uFFFD')
            && decoded.Split('/').All(segment => segment is not ("." or ".."));
    }

    private static void Warn(FieldReader fields, ConfigNode? at, string message, string action) =>
        fields.Problems.Warn(ProblemCodes.BadSlug, at?.Line, at?.Column, message, action);
}
