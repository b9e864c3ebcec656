using FeedApi.Site.Hugo;

namespace FeedApi.Queries;

/// <summary>Selects the articles in one language of a Hugo or Zola site, and not those in a more specific one.</summary>
/// <remarks><c>zh</c> also selects <c>zh-tw</c>, which may be another language of the site with a feed of its own.</remarks>
internal static class LanguageSelection
{
    /// <summary>The query, restricted to a language; unchanged without one.</summary>
    public static ArticleQuery In(this ArticleQuery query, HugoLanguage? language, HugoSettings? hugo)
    {
        if (language is null) return query;
        var start = language.Tag + "-";
        return query with
        {
            Language = language.Tag.ToLowerInvariant(),
            ExcludedLanguages =
            [
                .. (hugo?.Languages?.Active ?? []).Select(other => other.Tag)
                    .Where(tag => tag.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                    .Select(tag => tag.ToLowerInvariant()).Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The value of <c>lang</c> that selects a language.</summary>
    public static string ValueOf(HugoLanguage language, HugoSettings? hugo) =>
        CanonicalQuery.LanguagesOf(new ArticleQuery().In(language, hugo))!;

    /// <summary>The language that a query selects; null when it selects none, or only a part of one.</summary>
    public static HugoLanguage? Of(ArticleQuery query, HugoSettings? hugo) => hugo is not { IsMultilingual: true, Languages: { } languages }
        ? null
        : languages.Active.FirstOrDefault(language => new ArticleQuery().In(language, hugo) is var one
            && one.Language == query.Language
            && one.ExcludedLanguages.SequenceEqual(query.ExcludedLanguages));
}
