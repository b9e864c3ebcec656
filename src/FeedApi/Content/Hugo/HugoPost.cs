using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Content.Hugo;

/// <summary>The front matter of a post of a Hugo, Zola or plain site in our keys, with everything that it inherits.</summary>
internal static class HugoPost
{
    /// <summary>The front matter; null when the post must be held back.</summary>
    /// <param name="written">As written.</param>
    /// <param name="file">The file.</param>
    /// <param name="site">A site that is not Jekyll's.</param>
    /// <param name="problems">Receives what cannot be read.</param>
    public static ConfigMap? FrontMatterOf(ConfigMap written, PostFile file, SiteConfig site, ProblemLog problems)
    {
        if (site.Hugo?.Of(file.Path) is not { IsZola: false } hugo)
            return HugoFrontMatter.Translate(PublishedDate.Lift(written, site), file.Path, site.Hugo);
        var inherited = hugo.Sections.Under(HugoPage.Below(file.Path, hugo), written);
        var dated = HugoPostDates.Apply(inherited, file, site, hugo, problems);
        return HugoVisibility.Apply(dated, file.Path, hugo, problems) is { } map ? HugoFrontMatter.Translate(map, file.Path, hugo) : null;
    }
}
