using FeedApi.Feeds.Aliases;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Hugo;

namespace FeedApi.Feeds.Hugo;

/// <summary>
/// What Hugo or Zola publish at an address: the home of a language, the terms of a kind, a term, or a section; as a page or a feed.
/// </summary>
/// <param name="Language">The language; null in a site with one.</param>
/// <param name="Format">The format of the feed; null for the page.</param>
internal sealed record HugoListing(HugoLanguage? Language, FeedFormat? Format)
{
    /// <summary>The kind of the term or of the list of terms; null for a home page or a section.</summary>
    public TermKind? Kind { get; init; }

    /// <summary>The term as written in the address; null for the list of terms.</summary>
    public string? Slug { get; init; }

    /// <summary>The section; null for anything else.</summary>
    public SiteSection? Section { get; init; }

    /// <summary>The articles at the address, without the term.</summary>
    public ArticleQuery Narrow(ArticleQuery query, HugoSettings? hugo)
    {
        var narrowed = query.In(Language, hugo);
        return Section is null ? narrowed : narrowed with { Sections = [Section.Filter] };
    }

    /// <summary>The feed at the address: FeedApi's own, with filters by language and section.</summary>
    public FeedAlias Feed(HugoSettings? hugo) =>
        new("", Kind, Slug ?? "", Format) { QueryOf = request => QueryOf(request, Language, Section, hugo) };

    /// <summary>The query of a request, with filters by language and section added.</summary>
    internal static IQueryCollection QueryOf(HttpRequest request, HugoLanguage? language, SiteSection? section, HugoSettings? hugo)
    {
        var parameters = request.Query.ToDictionary(StringComparer.OrdinalIgnoreCase);
        if (language is not null) parameters["lang"] = LanguageSelection.ValueOf(language, hugo);
        if (section is not null) parameters[SectionFilterParser.Name] = section.Filter.Value;
        return new QueryCollection(parameters);
    }
}
