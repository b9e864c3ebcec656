using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using FeedApi.Model;
using FeedApi.Rendering;

namespace FeedApi.Pages;

/// <summary>
/// The texts of the pages' own elements in one language. A language is one file, <c>Texts/PageTexts.LANGUAGE.resx</c>; what it lacks is in
/// English, which is <c>PageTexts.resx</c>.
/// </summary>
public sealed class PageTexts
{
    private const string English = "en";
    private const string Simplified = "zh-Hans";
    private const string Traditional = "zh-Hant";

    private static readonly ResourceManager Files = new("FeedApi.Pages.Texts.PageTexts", typeof(PageTexts).Assembly);

    private readonly CultureInfo culture;

    private PageTexts(string language) => (Language, culture) = (language, CultureInfo.GetCultureInfo(language));

    /// <summary>BCP 47 tag of these texts.</summary>
    public string Language { get; }

    /// <summary>Heading of categories.</summary>
    public string Categories => Of();

    /// <summary>Heading of tags.</summary>
    public string Tags => Of();

    /// <summary>Heading of authors.</summary>
    public string Authors => Of();

    /// <summary>Heading of a term's articles.</summary>
    public string Articles => Of();

    /// <summary>Heading of the home page's articles.</summary>
    public string NewestArticles => Of();

    /// <summary>Link from an article to the home page.</summary>
    public string AllArticles => Of();

    /// <summary>Shown instead of an empty list of articles.</summary>
    public string NoArticles => Of();

    /// <summary>Shown instead of an empty list of terms.</summary>
    public string NoTerms => Of();

    /// <summary>Label of the date of publication.</summary>
    public string Published => Of();

    /// <summary>Label of the date of the last update.</summary>
    public string Updated => Of();

    /// <summary>Label of an article's media files.</summary>
    public string Attachments => Of();

    /// <summary>Link to where an article first appeared.</summary>
    public string Original => Of();

    /// <summary>Link to an author's own page.</summary>
    public string HomePage => Of();

    /// <summary>Link to the next page of a list.</summary>
    public string Older => Of();

    /// <summary>Link to the previous page of a list.</summary>
    public string Newer => Of();

    /// <summary>Label of these two.</summary>
    public string Paging => Of();

    /// <summary>Label of links to feeds.</summary>
    public string Feeds => Of();

    /// <summary>Link to the list of all feeds.</summary>
    public string AllFeeds => Of();

    /// <summary>Heading of a feed's addresses.</summary>
    public string Subscribe => Of();

    /// <summary>Explains what a feed is.</summary>
    public string FeedExplained => Of();

    /// <summary>Explains how to use a feed's address.</summary>
    public string HowToSubscribe => Of();

    /// <summary>Link from a feed to the page of its articles.</summary>
    public string FeedHome => Of();

    /// <summary>Link to the API's documentation.</summary>
    public string Documentation => Of();

    /// <summary>Link over the head of a page, for the keyboard.</summary>
    public string SkipToContent => Of();

    /// <summary>Label of the site's navigation.</summary>
    public string Site => Of();

    /// <summary>Heading of searches, and the text of their button.</summary>
    public string Search => Of();

    /// <summary>Label of the field of a search.</summary>
    public string SearchLabel => Of();

    /// <summary>Label of the filters of a search.</summary>
    public string Filters => Of();

    /// <summary>What the link of a filter does.</summary>
    public string RemoveFilter => Of();

    /// <summary>Label of the orders of a search.</summary>
    public string Order => Of();

    /// <summary>Link to the newest hits.</summary>
    public string ByDate => Of();

    /// <summary>Link to the best hits.</summary>
    public string ByRelevance => Of();

    /// <summary>Shown instead of an empty list of hits.</summary>
    public string NothingFound => Of();

    /// <summary>Link to the next page of hits.</summary>
    public string NextHits => Of();

    /// <summary>Link to the previous page of hits.</summary>
    public string PreviousHits => Of();

    /// <summary>Heading of years.</summary>
    public string Years => Of();

    /// <summary>Format of a number of articles; <c>{0}</c> is the number.</summary>
    public string CountForm => Of();

    /// <summary>The text for one article.</summary>
    public string CountOfOne => Of();

    /// <summary>The link of an error to the home page.</summary>
    public string WayBack => Of();

    /// <summary>The texts for a site in this language, a BCP 47 tag: Chinese for <c>zh</c> in its script, otherwise English.</summary>
    public static PageTexts For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        if (!string.Equals(language.Split('-')[0], "zh", StringComparison.OrdinalIgnoreCase)) return new PageTexts(English);
        return new PageTexts(HanArticles.ScriptOf(language) is null ? Simplified : Traditional);
    }

    /// <summary>What a page says of an error.</summary>
    /// <param name="status">A status of HTTP: 400, 404, 405, 410, 429 or 503; others are told like 500.</param>
    public ErrorText ErrorOf(int status)
    {
        var known = status is 400 or 404 or 405 or 410 or 429 or 503 ? status : 500;
        return new ErrorText(
            Of(string.Create(CultureInfo.InvariantCulture, $"Error{known}Heading")),
            Of(string.Create(CultureInfo.InvariantCulture, $"Error{known}Explanation")));
    }

    /// <summary>The heading of a kind of term.</summary>
    public string HeadingOf(TermKind kind) => kind switch
    {
        TermKind.Category => Categories,
        TermKind.Tag => Tags,
        _ => Authors,
    };

    /// <summary>The text for a number of articles.</summary>
    public string CountOf(int count) => count == 1 ? CountOfOne : string.Format(CultureInfo.InvariantCulture, CountForm, count);

    // The language of the process has no say.
    private string Of([CallerMemberName] string name = "") => Files.GetString(name, culture)!;
}
