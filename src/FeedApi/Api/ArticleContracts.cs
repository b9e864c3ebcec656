using FeedApi.Api.Contracts;
using FeedApi.Rendering;

namespace FeedApi.Api;

/// <summary>Turns articles into what the API shows of them.</summary>
public sealed class ArticleContracts(SiteLinks links)
{
    /// <summary>One article, with whatever bodies it was loaded with.</summary>
    public ArticleContract Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleContract
        {
            Id = article.Id,
            Guid = article.Guid,
            Url = links.Article(article),
            ExternalUrl = article.ExternalUrl,
            Title = article.Title,
            Summary = NullIfEmpty(article.Summary),
            ContentHtml = NullIfEmpty(article.Html),
            ContentText = NullIfEmpty(article.Text),
            ContentMarkdown = article.Markdown,
            Language = article.Language,
            Published = article.Published,
            Updated = article.Updated,
            Authors = [.. article.Authors.Select(author => new AuthorContract(author.Slug, author.Name, author.Url))],
            Categories = [.. article.Categories.Select(ReferenceTo)],
            Tags = [.. article.Tags.Select(ReferenceTo)],
            Image = article.Image is { } image ? new ImageContract(image.Url, image.Alt, image.Width, image.Height) : null,
            Enclosures = [.. article.Enclosures.Select(each => new EnclosureContract(each.Url, each.Type, each.LengthBytes))],
            WordCount = article.WordCount,
            Meta = article.Meta,
        };
    }

    private static TermReferenceContract ReferenceTo(Term term) => new(term.Slug, term.Name);

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
