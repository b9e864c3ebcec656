using System.Globalization;
using FeedApi.Tests.Content;

namespace FeedApi.Tests.Feeds.Validators;

/// <summary>Three hundred posts of every kind, the same each time.</summary>
internal static class GeneratedPosts
{
    public const int Count = 300;

    private static readonly string[] Names =
    [
        "News", "Science", "C#", "C++", "Open Source", "R&D", "Über uns", "Café", "naïve", "O'Reilly", "a.b", "2024", "1-2", "Привет",
        "新闻", "科技", "海", "人工智能", "日本語", "한국어", "数码 产品", "汽车（试驾）", "𠀀字", "繁體", "ไทย", "عربي",
    ];

    private static readonly string[] Titles =
        ["Tide {0} & wave", "第{0}篇：潮汐", "\"Quoted\" {0}", "It's {0} o'clock", "😀 {0} 👩‍👩‍👧", "𠀀 {0}", "100 % of {0}", "{0}. Ebb; flow"];

    private static readonly string[] Bodies =
    [
        "<p>First &amp; last, {0}.</p><p>Second with <a href=\"/about/?a=1&amp;b=2\">a link</a>.</p>",
        "<p>正文第{0}段。</p><figure><img src=\"pictures/海.png\" alt=\"海\" width=\"640\" height=\"480\"><figcaption>说明</figcaption></figure>",
        "<h2>Heading {0}</h2><table><tr><th>a</th><td>1</td></tr></table><pre><code>if (a &lt; b &amp;&amp; c) x]]&gt;y</code></pre>",
        "<blockquote><p>Quote &mdash; {0}</p></blockquote><ul><li>one<li>two</ul><p>unclosed <b>bold",
        "<p>Line {0}<br>break &nbsp; &hellip;</p><video src=\"https://example.net/v.mp4\" controls></video><hr>",
    ];


    /// <summary>Writes the site.</summary>
    public static void Fill(ContentFolder content)
    {
        content
            .With(
                "_config.yml",
                "title: Generated\ndescription: Posts of every kind\ntimezone: Asia/Shanghai\nlang: zh-CN\n"
                    + "feedapi: {split_categories: false}\n")
            .With("_data/authors.yml", "ann: {name: Ann, email: ann@example.org}\nli: {name: 李雷, url: 'https://li.example/'}\n");
        for (var number = 0; number < Count; number++) content.With($"_posts/{Day(number)}-post-{number:d3}.html", PostOf(number));
    }

    private static string PostOf(int number) => $"""
        ---
        title: '{Pick(Titles, number, 1).Replace("'", "''", StringComparison.Ordinal)}'
        date: {Day(number)} {number % 24:d2}:{number % 60:d2}:00 {(number % 2 == 0 ? "+0800" : "-0330")}
        categories: ["{Names[number % Names.Length]}"{(number % 5 == 0 ? $", \"{Names[number / 5 % Names.Length]}\"" : "")}]
        tags: [t{number % 7}, "标签 {number % 3}"]
        {AuthorOf(number)}
        {(number % 4 == 0 ? $"image: /pictures/{number}.png" : "layout: post")}
        {(number % 6 == 0 ? $"enclosure: {{url: /audio/{number}.mp3, length: {number * 1000}}}" : "layout2: post")}
        {(number % 3 == 0 ? $"last_modified_at: {Day(number + 1)} 12:00:00" : "layout3: post")}
        ---
        {Pick(Bodies, number, 3)}
        """;

    private static string AuthorOf(int number) => (number % 4) switch
    {
        0 => "author: ann",
        1 => "author: li",
        2 => "authors: [ann, li, 'Bob (B.) & Co']",
        _ => "layout4: post",
    };

    private static string Pick(string[] patterns, int number, int step) =>
        string.Format(CultureInfo.InvariantCulture, patterns[number / step % patterns.Length], number);

    private static string Day(int number) => new DateOnly(2023, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
