using System.Globalization;
using FeedApi.Model;

namespace FeedApi.Pages;

/// <summary>The texts of the pages' own elements in one language.</summary>
public sealed record PageTexts
{
    /// <summary>English, for every site whose language is not Chinese.</summary>
    public static PageTexts English { get; } = new()
    {
        Language = "en",
        Categories = "Categories",
        Tags = "Tags",
        Authors = "Authors",
        Articles = "Articles",
        NewestArticles = "Newest articles",
        AllArticles = "All articles",
        NoArticles = "There are no articles yet.",
        NoTerms = "There are none yet.",
        Published = "Published",
        Updated = "Updated",
        Attachments = "Attachments",
        Original = "Original article",
        HomePage = "Home page",
        Older = "Older articles",
        Newer = "Newer articles",
        Paging = "Older and newer articles",
        Feeds = "Feeds",
        AllFeeds = "All feeds (OPML)",
        Subscribe = "Subscribe",
        FeedExplained = "This is a feed: an address that a feed reader asks for new articles, so that none is missed. "
            + "All three addresses give the same articles.",
        HowToSubscribe = "Copy an address, the first one if in doubt. "
            + "Then choose to add a feed or a subscription in your feed reader, and paste it there.",
        FeedHome = "To the page of these articles",
        Documentation = "API documentation",
        Site = "Site",
        Search = "Search",
        SearchLabel = "Words, \"phrases\", -words that must not be there",
        Filters = "Filters",
        RemoveFilter = "Remove this filter",
        Order = "Order",
        ByDate = "Newest first",
        ByRelevance = "Best first",
        NothingFound = "Nothing was found.",
        NextHits = "Next page",
        PreviousHits = "Previous page",
        Years = "Years",
        CountForm = "{0} articles",
        CountOfOne = "1 article",
    };

    /// <summary>Chinese, simplified.</summary>
    public static PageTexts Chinese { get; } = new()
    {
        Language = "zh-Hans",
        Categories = "分类",
        Tags = "标签",
        Authors = "作者",
        Articles = "文章",
        NewestArticles = "最新文章",
        AllArticles = "全部文章",
        NoArticles = "还没有文章。",
        NoTerms = "暂无内容。",
        Published = "发布于",
        Updated = "更新于",
        Attachments = "附件",
        Original = "原文",
        HomePage = "主页",
        Older = "较早的文章",
        Newer = "较新的文章",
        Paging = "翻页",
        Feeds = "订阅",
        AllFeeds = "全部订阅源（OPML）",
        Subscribe = "订阅",
        FeedExplained = "这是一个订阅源：阅读器会定期访问这个地址，有新文章就告诉您。下面三个地址的文章相同，只是格式不同。",
        HowToSubscribe = "复制任意一个地址（不确定时选第一个），在阅读器里选择“添加订阅”，粘贴即可。",
        FeedHome = "查看这些文章的网页",
        Documentation = "API 文档",
        Site = "站点",
        Search = "搜索",
        SearchLabel = "词语、“短语”，以 - 开头的词必须不出现",
        Filters = "筛选条件",
        RemoveFilter = "去掉这个条件",
        Order = "排序",
        ByDate = "按时间",
        ByRelevance = "按相关程度",
        NothingFound = "没有找到。",
        NextHits = "下一页",
        PreviousHits = "上一页",
        Years = "年份",
        CountForm = "{0} 篇文章",
        CountOfOne = "1 篇文章",
    };

    /// <summary>BCP 47 tag of these texts.</summary>
    public required string Language { get; init; }

    /// <summary>Heading of categories.</summary>
    public required string Categories { get; init; }

    /// <summary>Heading of tags.</summary>
    public required string Tags { get; init; }

    /// <summary>Heading of authors.</summary>
    public required string Authors { get; init; }

    /// <summary>Heading of a term's articles.</summary>
    public required string Articles { get; init; }

    /// <summary>Heading of the home page's articles.</summary>
    public required string NewestArticles { get; init; }

    /// <summary>Link from an article to the home page.</summary>
    public required string AllArticles { get; init; }

    /// <summary>Shown instead of an empty list of articles.</summary>
    public required string NoArticles { get; init; }

    /// <summary>Shown instead of an empty list of terms.</summary>
    public required string NoTerms { get; init; }

    /// <summary>Label of the date of publication.</summary>
    public required string Published { get; init; }

    /// <summary>Label of the date of the last update.</summary>
    public required string Updated { get; init; }

    /// <summary>Label of an article's media files.</summary>
    public required string Attachments { get; init; }

    /// <summary>Link to where an article first appeared.</summary>
    public required string Original { get; init; }

    /// <summary>Link to an author's own page.</summary>
    public required string HomePage { get; init; }

    /// <summary>Link to the next page of a list.</summary>
    public required string Older { get; init; }

    /// <summary>Link to the previous page of a list.</summary>
    public required string Newer { get; init; }

    /// <summary>Label of these two.</summary>
    public required string Paging { get; init; }

    /// <summary>Label of links to feeds.</summary>
    public required string Feeds { get; init; }

    /// <summary>Link to the list of all feeds.</summary>
    public required string AllFeeds { get; init; }

    /// <summary>Heading of a feed's addresses.</summary>
    public required string Subscribe { get; init; }

    /// <summary>Explains what a feed is.</summary>
    public required string FeedExplained { get; init; }

    /// <summary>Explains how to use a feed's address.</summary>
    public required string HowToSubscribe { get; init; }

    /// <summary>Link from a feed to the page of its articles.</summary>
    public required string FeedHome { get; init; }

    /// <summary>Link to the API's documentation.</summary>
    public required string Documentation { get; init; }

    /// <summary>Label of the site's navigation.</summary>
    public required string Site { get; init; }

    /// <summary>Heading of searches, and the text of their button.</summary>
    public required string Search { get; init; }

    /// <summary>Label of the field of a search.</summary>
    public required string SearchLabel { get; init; }

    /// <summary>Label of the filters of a search.</summary>
    public required string Filters { get; init; }

    /// <summary>What the link of a filter does.</summary>
    public required string RemoveFilter { get; init; }

    /// <summary>Label of the orders of a search.</summary>
    public required string Order { get; init; }

    /// <summary>Link to the newest hits.</summary>
    public required string ByDate { get; init; }

    /// <summary>Link to the best hits.</summary>
    public required string ByRelevance { get; init; }

    /// <summary>Shown instead of an empty list of hits.</summary>
    public required string NothingFound { get; init; }

    /// <summary>Link to the next page of hits.</summary>
    public required string NextHits { get; init; }

    /// <summary>Link to the previous page of hits.</summary>
    public required string PreviousHits { get; init; }

    /// <summary>Heading of years.</summary>
    public required string Years { get; init; }

    /// <summary>Format of a number of articles; <c>{0}</c> is the number.</summary>
    public required string CountForm { get; init; }

    /// <summary>The text for one article.</summary>
    public required string CountOfOne { get; init; }

    /// <summary>The texts for a site in this language, a BCP 47 tag: Chinese for <c>zh</c>, otherwise English.</summary>
    public static PageTexts For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var isChinese = string.Equals(language.Split('-')[0], "zh", StringComparison.OrdinalIgnoreCase);
        return isChinese ? Chinese : English;
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
}
