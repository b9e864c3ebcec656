using FeedApi.Catalog;
using FeedApi.Catalog.Search;
using FeedApi.Model;
using FeedApi.Model.Text.Han;
using FeedApi.Queries;
using FeedApi.Queries.Search;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>Converts articles to their contracts in the API.</summary>
internal sealed class ArticleContracts(SiteLinks links, SiteConfig site)
{
    /// <summary>Converts one article, with the requested bodies that were loaded.</summary>
    /// <param name="article">The article.</param>
    /// <param name="bodies">The bodies to include.</param>
    /// <param name="translations">The translations of articles by key (<see cref="TranslationsOfAsync"/>); null for none.</param>
    /// <param name="highlights">Highlights where the article matches this search; null for none. Its text must be loaded.</param>
    /// <param name="script">The Chinese script to show it in; null: as it is written.</param>
    public ArticleContract Of(
        Article article, ArticleBodies bodies, ILookup<string, Translation>? translations = null, SearchQuery? highlights = null,
        HanScript? script = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var highlight = HighlightOf(article, highlights, script);
        article = HanArticles.In(article, script);
        return new ArticleContract
        {
            Id = article.Id,
            Guid = article.Guid,
            Url = links.Article(article),
            ExternalUrl = article.ExternalUrl,
            Title = article.Title,
            Summary = NullIfEmpty(article.Summary),
            ContentHtml = NullIfEmpty(ArticleNotices.BeforeHtml(article, article.Html)),
            ContentText = bodies.HasFlag(ArticleBodies.Text) ? NullIfEmpty(ArticleNotices.BeforeText(article, article.Text)) : null,
            ContentMarkdown = article.Markdown,
            Language = article.Language,
            Translations = TranslationsOf(article, translations),
            Section = article.Section,
            Correction = article.Correction is { } correction ? new CorrectionContract(correction.Text, correction.At) : null,
            Ai = article.Ai is { } ai ? new AiContract(ai.Kind.ToString().ToLowerInvariant(), ai.Tool) : null,
            Published = article.Published,
            Updated = article.Updated,
            Changed = AtSite(article.Changed),
            Authors = [.. article.Authors.Select(author => new AuthorContract(author.Slug, author.Name, author.Url))],
            Categories = [.. article.Categories.Select(ReferenceTo)],
            Tags = [.. article.Tags.Select(ReferenceTo)],
            Image = article.Image is { } image ? new ImageContract(image.Url, image.Alt, image.Width, image.Height) : null,
            Enclosures = [.. article.Enclosures.Select(EnclosureOf)],
            WordCount = article.WordCount,
            ReadingMinutes = MinutesOf(article),
            Highlight = highlight,
            Meta = article.Meta,
        };
    }

    /// <summary>The translations of articles, by key; null when the site has one language.</summary>
    public static async ValueTask<ILookup<string, Translation>?> TranslationsOfAsync(
        IArticleSnapshot snapshot, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        string[] keys = [.. articles.Select(article => article.TranslationKey).OfType<string>()];
        if (keys.Length == 0) return null;
        var found = await snapshot.ListTranslationsAsync(keys, cancellationToken);
        return found.ToLookup(each => each.Key, StringComparer.Ordinal);
    }

    private TranslationContract[]? TranslationsOf(Article article, ILookup<string, Translation>? translations)
    {
        if (translations is null || article.TranslationKey is not { } key) return null;
        TranslationContract[] others =
        [
            .. translations[key].Where(other => other.Id != article.Id)
                .Select(other => new TranslationContract(other.Id, links.ArticleAt(other.Path), other.Language)),
        ];
        return others.Length > 0 ? others : null;
    }

    // Of the text as it was found.
    private static HighlightContract? HighlightOf(Article article, SearchQuery? search, HanScript? script)
    {
        if (search is null) return null;
        var shown = SearchHighlight.Of(search, article.Title, article.Text);
        return new HighlightContract(HanArticles.In(shown.Title, script), HanArticles.In(shown.Text, script));
    }

    private static EnclosureContract EnclosureOf(Enclosure each) =>
        new(each.Url, each.Type, each.LengthBytes, each.Title, each.DurationSeconds);

    /// <summary>The copies that an article stands for; null when there are none.</summary>
    public IReadOnlyList<NeighbourContract>? CopiesOf(Article article, ILookup<string, ArticleCopy>? copies, HanScript? script)
    {
        ArgumentNullException.ThrowIfNull(article);
        NeighbourContract[] of =
        [
            .. copies?[article.Id].Select(
                copy => new NeighbourContract(copy.Id, HanArticles.In(copy.Title, script), links.ArticleAt(copy.Path))) ?? [],
        ];
        return of.Length > 0 ? of : null;
    }

    /// <summary>An instant that the server saw, with the site's offset.</summary>
    public DateTimeOffset AtSite(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, site.TimeZone);

    // Adults read Chinese at some 400 characters a minute, and English at some 230 words.
    private static int MinutesOf(Article article)
    {
        var isChinese = article.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            || article.Language.StartsWith("ja", StringComparison.OrdinalIgnoreCase);
        return Math.Max(1, (int)Math.Ceiling(article.WordCount / (isChinese ? 400.0 : 230.0)));
    }

    private static TermReferenceContract ReferenceTo(Term term) => new(term.Slug, term.Name);

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
