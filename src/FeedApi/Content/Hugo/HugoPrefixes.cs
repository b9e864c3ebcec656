using FeedApi.Model;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Adds the prefix of a post's language to what its front matter says relative to the language.</summary>
/// <remarks>
/// Hugo 0.111.3: a <c>url</c> with a leading slash is relative to the site, one without to the language; the same holds for
/// <c>aliases</c>. Zola's <c>path</c> has no prefix.
/// </remarks>
internal static class HugoPrefixes
{
    /// <summary>Completes the post's own address.</summary>
    /// <param name="entries">The front matter in our keys.</param>
    /// <param name="hugo">The settings of the post's language.</param>
    public static void Complete(OrderedDictionary<string, ConfigEntry> entries, HugoSettings hugo)
    {
        if (hugo.IsZola || hugo.Language is not { Prefix.Length: > 0 } language) return;
        if (!entries.TryGetValue("permalink", out var written) || written.Value is not ConfigScalar scalar) return;
        var address = scalar.Text.Trim();
        if (address.Length > 0 && address[0] != '/')
            entries["permalink"] = written with { Value = scalar with { Text = $"{language.Prefix}/{address}" } };
    }

    /// <summary>The folder of a post's address: its language and its sections.</summary>
    public static IReadOnlyList<string> FolderOf(HugoPage page, HugoSettings hugo) =>
        hugo.Language is { Prefix.Length: > 0 } language ? [language.Key, .. page.Sections] : page.Sections;
}
