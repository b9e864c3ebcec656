using System.Buffers;
using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>Whether a post is shown: the keys <c>published</c> and <c>draft</c>. One that cannot be read never shows a post.</summary>
/// <remarks>
/// Jekyll hides a post by <c>published: false</c> alone, without quotes; Hugo reads both keys as Go's strconv.ParseBool does and prefers
/// <c>draft</c>. What either would show against the word that its author wrote is hidden here.
/// </remarks>
internal static class PostVisibility
{
    private const string Published = "published";
    private const string Draft = "draft";

    // A number alone is no date.
    private static readonly SearchValues<char> InDates = SearchValues.Create("-/: .年");

    /// <summary>True when the post is hidden; null when a key cannot be read and the post is held back.</summary>
    public static bool? IsHidden(FieldReader fields, SiteConfig site)
    {
        // A site that shows such posts has no use for either key.
        var isPublished = site.ShowsUnpublished ? Claim.Unset : Read(fields, site, Published);
        var isDraft = site.Sources.ShowsDrafts ? Claim.Unset : Read(fields, site, Draft);
        if (isPublished == Claim.Unreadable || isDraft == Claim.Unreadable) return null;
        if (site.Hugo is { IsZola: false } && isPublished == Claim.False && isDraft == Claim.False)
        {
            Warn(fields, Published, "draft: false outweighs published: false in Hugo.", "The post is shown.");
            return false;
        }

        return isPublished == Claim.False || isDraft == Claim.True;
    }

    /// <summary>True when a key with this value hides a post, now or at some time.</summary>
    /// <remarks>It is asked of keys that are not spelt right; one whose date is past does no harm when it has no effect.</remarks>
    public static bool WouldHide(string key, ConfigNode value, SiteConfig site) => value is ConfigScalar scalar && key switch
    {
        Published => WordOf(scalar.Text) == Claim.False,
        Draft or "headless" => WordOf(scalar.Text) == Claim.True,
        "publishDate" => FrontMatterDate.TryParse(scalar, site, out DateTimeOffset date) && date > DateTimeOffset.UtcNow,
        "expiryDate" => FrontMatterDate.TryParse(scalar, site, out DateTimeOffset _),
        _ => false,
    };

    /// <summary>True when a key has a value that is neither true nor false, nor a date under <c>published</c>.</summary>
    public static bool IsUnreadable(string key, ConfigNode value, SiteConfig site) =>
        key is Published or Draft
        && !value.IsUnset
        && !(key == Published && IsDate(value, site))
        && (value is not ConfigScalar scalar || WordOf(scalar.Text) == Claim.Unreadable)
        && NumberOf(value) == Claim.Unreadable;

    /// <summary>True when a text is a date, and no number.</summary>
    public static bool IsDate(ConfigNode? value, SiteConfig site) =>
        value is ConfigScalar date && date.Text.AsSpan().ContainsAny(InDates) && FrontMatterDate.TryParse(date, site, out _, out _);

    private static Claim Read(FieldReader fields, SiteConfig site, string key)
    {
        if (fields.FindUnset(key) is not null) return Unset(fields, site, key);
        if (fields.Find(key) is not { } value) return Claim.Unset;
        if (key == Published && IsDate(value, site)) return DateAsPublished(fields, site);
        var claim = value is ConfigScalar scalar ? WordOf(scalar.Text) : Claim.Unreadable;
        if (claim == Claim.Unreadable && !site.IsJekyll) claim = NumberOf(value);
        if (claim == Claim.Unreadable)
        {
            fields.Problems.Hold(
                ProblemCodes.FieldType,
                value.Line,
                value.Column,
                $"{key} is neither true nor false, so the post may be meant to be hidden.");
        }
        else if (claim == HidingClaim(key) && GeneratorThatShows(site, key, (ConfigScalar)value) is { } generator)
        {
            Warn(fields, key, $"{key} is a text, with which {generator} shows the post.", "It is hidden, as the text says.");
        }

        return claim;
    }

    // Both generators hide a post whose "published" has no value.
    private static Claim Unset(FieldReader fields, SiteConfig site, string key)
    {
        if (key != Published || (!site.IsJekyll && site.Hugo is null)) return Claim.Unset;
        Warn(
            fields,
            key,
            $"published has no value, which hides the post in {(site.IsJekyll ? "Jekyll" : "Hugo")}.",
            "It is hidden here too; write true or false.");
        return Claim.False;
    }

    private static Claim DateAsPublished(FieldReader fields, SiteConfig site)
    {
        if (site.IsJekyll) Warn(fields, Published, "published is a date; in Jekyll it says whether the post is shown.", "It is ignored.");
        return Claim.Unset;
    }

    private static Claim HidingClaim(string key) => key == Published ? Claim.False : Claim.True;

    // In Jekyll only plain words of YAML are Booleans; Hugo reads texts too, but not all words.
    private static string? GeneratorThatShows(SiteConfig site, string key, ConfigScalar value)
    {
        var word = value.Text.Trim().ToLowerInvariant();
        if (site.IsJekyll) return key == Published && (!value.IsPlain || word is "n" or "f") ? "Jekyll" : null;
        return site.Hugo is not null && !value.IsPlain && word is not ("true" or "false" or "t" or "f" or "1" or "0") ? "Hugo" : null;
    }

    private static Claim WordOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "t" => Claim.True,
        "false" or "no" or "off" or "n" or "f" => Claim.False,
        _ => Claim.Unreadable,
    };

    private static Claim NumberOf(ConfigNode value) => value switch
    {
        ConfigScalar { Text: "1" } => Claim.True,
        ConfigScalar { Text: "0" } => Claim.False,
        _ => Claim.Unreadable,
    };

    private static void Warn(FieldReader fields, string key, string message, string action)
    {
        var at = fields.FindUnset(key) ?? fields.Find(key);
        fields.Problems.Warn(ProblemCodes.FieldType, at?.Line, at?.Column, message, action);
    }

    private enum Claim
    {
        Unset,
        True,
        False,
        Unreadable,
    }
}
