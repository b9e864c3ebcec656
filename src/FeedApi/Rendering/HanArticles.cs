using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text.Han;

namespace FeedApi.Rendering;

/// <summary>
/// Shows articles in the other Chinese script: titles, texts and names. Ids, slugs, addresses and front matter stay as they are.
/// </summary>
internal static partial class HanArticles
{
    private static readonly string[] Traditional = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"];

    /// <summary>The script into which texts of ours, which are simplified, are to be put for a language; null: none.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static HanScript? ScriptOf(string language) =>
        Traditional.Any(tag => language.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ? HanScript.Traditional : null;

    /// <summary>An article in a script; unchanged when none is asked for, or it is not in Chinese.</summary>
    public static Article In(Article article, HanScript? script)
    {
        if (script is not { } wanted || !article.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) return article;
        var han = HanConverter.To(wanted);
        return article with
        {
            Title = han.Convert(article.Title),
            Summary = han.Convert(article.Summary),
            Html = han.ConvertHtml(article.Html),
            PageHtml = article.PageHtml is { } page ? han.ConvertHtml(page) : null,
            Text = han.Convert(article.Text),
            Markdown = article.Markdown is { } markdown ? MarkdownIn(markdown, han) : null,
            Language = wanted == HanScript.Simplified ? "zh-Hans" : "zh-Hant",
            Correction = article.Correction is { } correction ? correction with { Text = han.Convert(correction.Text) } : null,
            Authors = [.. article.Authors.Select(Named)],
            Categories = [.. article.Categories.Select(Named)],
            Tags = [.. article.Tags.Select(Named)],
            Image = article.Image is { Alt: { } alt } image ? image with { Alt = han.Convert(alt) } : article.Image,
            Enclosures = [.. article.Enclosures.Select(each => each.Title is { } title ? each with { Title = han.Convert(title) } : each)],
        };

        Term Named(Term term) => term with { Name = han.Convert(term.Name) };
    }

    /// <summary>A text in a script; unchanged when none is asked for.</summary>
    public static string In(string text, HanScript? script) => script is { } wanted ? HanConverter.To(wanted).Convert(text) : text;

    // The targets of links and the tags of HTML are no text.
    private static string MarkdownIn(string markdown, HanConverter han)
    {
        var converted = new StringBuilder(markdown.Length);
        var at = 0;
        foreach (var kept in NoText().EnumerateMatches(markdown))
        {
            converted.Append(han.Convert(markdown[at..kept.Index])).Append(markdown, kept.Index, kept.Length);
            at = kept.Index + kept.Length;
        }

        return converted.Append(han.Convert(markdown[at..])).ToString();
    }

    [GeneratedRegex(@"\]\([^()\s]*|\]:\s*\S+|<[^<>]*>|https?://[^\s）)]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NoText();
}
