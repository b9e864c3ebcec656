using FeedApi.Site.Hugo;

namespace FeedApi.Site.Files;

/// <summary>The names that the post of a bundle may have.</summary>
internal static class BundleIndexes
{
    /// <summary>The paths of all of them, whether they exist or not.</summary>
    /// <param name="bundle">The folder, relative to the content folder, without a trailing slash.</param>
    /// <param name="hugo">The settings of a Hugo or Zola site, whose languages names may have; null on other sites.</param>
    public static IEnumerable<string> Of(string bundle, HugoSettings? hugo)
    {
        foreach (var name in PostPath.IndexNames)
        {
            yield return $"{bundle}/{name}";
            foreach (var language in hugo is { IsMultilingual: true } ? hugo.Languages!.All : [])
                yield return $"{bundle}/{name.Insert(name.LastIndexOf('.'), "." + language.Key)}";
        }
    }
}
