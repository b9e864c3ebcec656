namespace FeedApi.Reliability.Sites;

/// <summary>The generator that a site was made for, which decides how front matter, Markdown and names are read.</summary>
internal enum Dialect
{
    /// <summary>A folder without a generator.</summary>
    Plain,

    /// <summary>Jekyll, with kramdown and Liquid.</summary>
    Jekyll,

    /// <summary>Hugo, with goldmark and raw HTML.</summary>
    Hugo,
}
