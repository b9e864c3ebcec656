using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Queries;

/// <summary>Parses the parameter <c>dedupe</c>: whether near-duplicates of earlier articles are left out.</summary>
internal static class DedupeParser
{
    /// <summary>The parameter.</summary>
    public const string Name = "dedupe";

    /// <summary>Reads the parameter; returns its fault.</summary>
    public static ParameterFault? Read(ILookup<string, string> given, SiteConfig site, ref ArticleQuery query)
    {
        if (given[Name].FirstOrDefault() is not { } written) return null;
        if (written is not ("0" or "1"))
            return new ParameterFault(Name, $"{Name} is \"{MessageText.Shorten(written)}\"; it must be 0 or 1.", "1");
        if (written == "1" && !site.FindsCopies)
        {
            return new ParameterFault(
                Name, "This site does not look for copies; it does with dedupe: true below feedapi in _config.yml.", "0");
        }

        query = query with { IsDeduplicated = written == "1" };
        return null;
    }
}
