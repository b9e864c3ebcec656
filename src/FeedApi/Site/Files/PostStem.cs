using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Model;

namespace FeedApi.Site.Files;

/// <summary>
/// The id that a file's name gives a post: its stem in NFC, safe as one segment of a path. Files with the same stem are namesakes.
/// </summary>
internal static partial class PostStem
{
    private static readonly SearchValues<char> UnsafeInSegment = SearchValues.Create("/\\?#%:<>\"");

    /// <summary>The id of a stem; another text when the stem cannot be part of an address.</summary>
    public static string IdOf(string stem)
    {
        var id = Normalize(stem);
        return IsSafe(id) ? id : Slug.From(WithoutInvisible(id));
    }

    /// <summary>True when a text in NFC can be an id as it is.</summary>
    public static bool IsSafe(string id) =>
        id.Length > 0 && id is not ("." or "..") && !id.AsSpan().ContainsAny(UnsafeInSegment) && !id.Any(IsInvisible);

    /// <summary>The key under which ids that differ only in case are equal.</summary>
    public static string KeyOf(string id) => id.ToLowerInvariant();

    /// <summary>
    /// A number that namesakes share, by which they are found in an index: a hash of the id's key without what may be the suffix of a
    /// language, such as <c>.zh-cn</c>. Other files rarely share it.
    /// </summary>
    /// <param name="path">Relative to the content folder.</param>
    public static long BucketOf(string path)
    {
        var key = KeyOf(IdOf(PostFileName.Of(WithoutSuffix(path)).Stem)).AsSpan();
        // FNV-1a.
        var hash = 14_695_981_039_346_656_037;
        foreach (var letter in key) hash = (hash ^ letter) * 1_099_511_628_211;
        return (long)hash;
    }

    private static string WithoutSuffix(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var extension = name.LastIndexOf('.');
        var dot = extension > 0 ? name[..extension].LastIndexOf('.') : -1;
        return dot > 0 && LanguageSuffix().IsMatch(name[(dot + 1)..extension])
            ? path.Remove(path.Length - name.Length + dot, extension - dot)
            : path;
    }

    /// <summary>A text in NFC.</summary>
    public static string Normalize(string text) =>
        text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>A text without <see cref="IsInvisible"/> characters.</summary>
    public static string WithoutInvisible(string text) =>
        text.Any(IsInvisible) ? string.Concat(text.Where(letter => !IsInvisible(letter))) : text;

    /// <summary>Control characters, bidi overrides, zero-width characters: two addresses must not look like one.</summary>
    public static bool IsInvisible(char letter) =>
        char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageSuffix();
}
