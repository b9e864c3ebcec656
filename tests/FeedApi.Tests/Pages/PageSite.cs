using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>One server for all tests of a class that only read: everything that a page can show, and the files that it links to.</summary>
public sealed class PageSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: Tides & <Times>\ndescription: About tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n")
            .With("_data/categories.yml", "News:\n  name: News & <more>\n  description: What is new\nEmpty: Nothing yet\n")
            .With("_data/authors.yml", "ann:\n  name: Ann\n  url: https://ann.example/\n")
            .With("_posts/2024-01-01-one.md", """
                ---
                title: One
                category: News
                tags: [a, b, C# & <F#>]
                author: ann
                lang: en
                last_modified_at: 2024-01-09 08:00:00 +0800
                redirect_from: /old/one
                aliases: [/older/one/, /旧/一, /old one]
                enclosures:
                - {url: /sound/one.mp3, type: audio/mpeg, length: 4}
                - {url: /papers/one.pdf}
                ---
                First *post* with [a link](../about.html), ![a picture](/pictures/海%201.png) and [a heading](#part).

                ## Part

                <script>alert(1)</script><p onclick="alert(1)" style="color: red">Its end.</p>
                <iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>

                <https://elsewhere.example/one?a=1&b=2>
                """)
            .With("_posts/2024-01-02-two.md", """
                ---
                title: '&lt;script&gt;alert(1)&lt;/script&gt; & "quotes" ''too'' 🌊'
                category: news
                tags: [b]
                author: 张三
                ---
                Second post.
                """)
            .With("_posts/2024-01-03-three.md", """
                ---
                title: 三
                categories: [海, 浪 花]
                authors: [ann, Bob]
                enclosure: /sound/one.mp3
                ---
                第三篇。
                """)
            .With("_posts/2024-01-04-四-4.md", "---\ntitle: 四\n---\n\n")
            .With("about.html", "<!doctype html><title>About</title><script>alert(1)</script>")
            .With("sound/one.mp3", "ID3!")
            .With("papers/one.pdf", "%PDF")
            .With("pictures/海 1.png", "PNG!"));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
