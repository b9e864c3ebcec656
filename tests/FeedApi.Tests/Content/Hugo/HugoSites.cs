namespace FeedApi.Tests.Content.Hugo;

/// <summary>Small sites as Hugo's and Zola's authors write them.</summary>
internal static class HugoSites
{
    /// <summary>A picture of one dot.</summary>
    public static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>A site of Hugo: sections, a bundle, pages that are no posts, static files, a term with a page of its own.</summary>
    public static ContentFolder Hugo(ContentFolder content) => content
        .With("hugo.toml", """
            baseURL = "https://tides.example/blog/"
            languageCode = "en-gb"
            title = "Tides"
            timeZone = "Asia/Shanghai"
            copyright = "CC BY"

            [params]
            description = "About tides"
            [params.author]
            name = "Mara"
            email = "mara@tides.example"

            [permalinks]
            notes = "/:year/:month/:slug/"
            """)
        .With("content/_index.md", "+++\ntitle = 'Home'\n+++\n")
        .With("content/posts/_index.md", "+++\ntitle = 'Posts'\ndate = 2024-01-01\n+++\n")
        .With(
            "content/posts/Spring Tide.md",
            "+++\nTitle = 'Spring tide'\nDate = 2024-01-02T10:00:00\nTags = ['Moon', 'sun']\nCategories = ['sea-life']\n"
                + "aliases = ['/old/spring', 'springs', '../s']\n+++\nFirst.\n\n<!--more-->\n\nRest.\n")
        .With(
            "content/posts/2024/neap/index.md",
            "---\ntitle: Neap\ndate: 2024-01-03\nimages: [dot.png]\nsummary: In short\ndescription: For search engines\n---\n"
                + "![A dot](dot.png) and ![B](img/b.png)\n\n[up](#x)\n")
        .With("content/posts/2024/neap/dot.png", Dot)
        .With("content/posts/2024/neap/img/b.png", Dot)
        .With("content/posts/2024/neap/aside.md", "---\ntitle: Aside\ndate: 2024-01-03\n---\nA part.\n")
        .With(
            "content/notes/a.md",
            "{\"title\": \"Big Wave, small\", \"date\": \"2024-02-05T00:00:00Z\", \"weight\": 5, \"keywords\": [\"k\"], \"lastmod\": "
                + "\"2024-02-06\"}\nNote.\n")
        .With("content/notes/b.md", "+++\ntitle = 'Elsewhere'\ndate = 2024-02-06\nurl = 'special/place'\n+++\n![S](/s.png)\n")
        .With("content/notes/draft.md", "+++\ntitle = 'Draft'\ndate = 2024-02-06\ndraft = true\n+++\nx\n")
        .With(
            "content/categories/sea-life/_index.md", "+++\ntitle = 'Sea life'\ndescription = 'What lives there'\nimage = 'dot.png'\n+++\n")
        .With("content/categories/sea-life/dot.png", Dot)
        .With("layouts/page.html", "secret")
        .With("static/s.png", Dot)
        .With("static/robots.txt", "User-agent: *\n");

    /// <summary>A site of Zola.</summary>
    public static ContentFolder Zola(ContentFolder content) => content
        .With("config.toml", """
            base_url = "https://tides.example"
            title = "Tides"
            description = "About tides"
            default_language = "zh"
            author = "Mara"
            taxonomies = [{ name = "tags", feed = true }, { name = "categories" }]
            [extra.feedapi]
            trust = "author"
            """)
        .With("content/_index.md", "+++\nsort_by = 'date'\n+++\n")
        .With("content/blog/_index.md", "+++\ntitle = 'Blog'\n+++\n")
        .With("content/blog/2024-03-01-Low_Water.md", """
            +++
            title = "Low water"
            updated = 2024-03-05
            authors = ["Ann"]
            [taxonomies]
            tags = ["moon", "ebb"]
            categories = ["sea"]
            series = ["one"]
            [extra]
            comment = true
            +++
            See [the other one](@/blog/high/index.md#top) and [nothing](@/blog/none.md).
            """)
        .With(
            "content/blog/high/index.md",
            "+++\ntitle = 'High'\ndate = 2024-03-02T08:00:00+02:00\nslug = 'high-water'\n+++\n![D](dot.png)\n")
        .With("content/blog/high/dot.png", Dot)
        .With("content/about.md", "+++\ntitle = 'About'\npath = 'me'\ndate = 2020-01-01\n+++\nx\n")
        .With("static/s.txt", "s\n");
}
