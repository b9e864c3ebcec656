using System.Text;

namespace FeedApi.Reliability.Mutations;

/// <summary>Makes hostile bytes of a good post: what broken programs, editors, transfers and disks do to files.</summary>
internal static class Mutation
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly string[] Lines =
    [
        "title: [a", "title: \"a", "title: 'a", "title: {a: b", "title:", "title: ", "\ttitle: a", "title : a", "title： a",
        "tags: a, b, [", "date: 2025-02-30", "date: yesterday", "date: [2025]", "date: 31/12/99", "category: ../../etc",
        "permalink: /../../x/", "permalink: /feed.rss", "permalink: /api/v1/articles", "slug: ''", "slug: ../x", "id: same",
        "guid: same", "permalink: /same/", "image: javascript:x", "enclosure: {url: x, length: -1}", "redirect_from: [/, /same/]",
        "author: {name: [a]}", "lang: 'x y'", "<<: *a", "? a", "- a", "excerpt: |", "%TAG", "---", "...", "correction: x", "ai: maybe",
        "feed: no", "layout: null", "tags: [" + "t,", "published: perhaps", "drft: true",
    ];

    private static readonly string[] Snippets =
    [
        "\0", "\u0001\u0002", "\uFFFE", "\u202E\u2066", "\uFEFF", "{% if", "{% include x.html %}", "{{ page.title | nothing }}",
        "{% raw %}", "{{< youtube", "{{% x %}}", "<!--", "-->", "]]>", "<svg><script>", "<table><tr><td>", "</div></div>", "```\n",
        "[a]: ", "[^1]: ", "> > > > ", "\n\n---\n\n", "\r", "\u2028", "$$\\frac", "&#xD800;", "&#0;",
        "<img src=\"data:image/png;base64,AAAA\">", "<iframe src=//x.example>", "![](", "a]()", "<a href=\"",
    ];

    /// <summary>A mutation of a post.</summary>
    public static byte[] Of(Random random, byte[] good) => random.Next(14) switch
    {
        0 => good[..random.Next(good.Length)],
        1 => Flip(random, [.. good], 1 + random.Next(20)),
        2 => Flip(random, [.. good], good.Length / 10),
        3 => [.. good[..At(random, good)], .. good[At(random, good)..]],
        4 => Insert(random, good, Encoding.UTF8.GetBytes(SomeSnippets(random))),
        5 => InFrontMatter(random, good),
        6 => WithoutLine(random, good),
        7 => Encoded(random, good),
        8 => [.. Encoded(random, good[..At(random, good)]), .. good[At(random, good)..]],
        9 => [.. good, .. good],
        10 => Insert(random, good, new byte[1 << random.Next(12)]),
        11 => Shuffled(random, good),
        12 => Small(random),
        _ => Insert(random, InFrontMatter(random, InFrontMatter(random, good)), Encoding.UTF8.GetBytes(One(random, Snippets))),
    };

    private static string SomeSnippets(Random random) =>
        string.Concat(Enumerable.Range(0, 1 + random.Next(5)).Select(_ => One(random, Snippets)));

    private static byte[] Flip(Random random, byte[] bytes, int times)
    {
        for (; times > 0; times--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static byte[] Insert(Random random, byte[] good, byte[] what)
    {
        var at = At(random, good);
        return [.. good[..at], .. what, .. good[at..]];
    }

    private static byte[] InFrontMatter(Random random, byte[] good)
    {
        var lines = Encoding.Latin1.GetString(good).Split('\n').ToList();
        var line = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(One(random, Lines)));
        var at = Math.Min(1 + random.Next(5), lines.Count);
        if (random.Next(2) == 0 && at < lines.Count) lines[at] = line;
        else lines.Insert(at, line);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static byte[] WithoutLine(Random random, byte[] good)
    {
        var lines = Encoding.Latin1.GetString(good).Split('\n').ToList();
        lines.RemoveAt(random.Next(Math.Min(8, lines.Count)));
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static byte[] Encoded(Random random, byte[] good)
    {
        var text = Encoding.UTF8.GetString(good);
        return random.Next(7) switch
        {
            0 => Chinese.GetBytes(text),
            1 => Encoding.Latin1.GetBytes(text),
            2 => Encoding.Unicode.GetBytes(text),
            3 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            4 => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
            5 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetPreamble(), .. good],
            _ => Encoding.UTF32.GetBytes(text),
        };
    }

    private static byte[] Shuffled(Random random, byte[] good)
    {
        var lines = Encoding.Latin1.GetString(good).Split('\n');
        random.Shuffle(lines);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static byte[] Small(Random random)
    {
        if (random.Next(3) == 0) return [];
        var bytes = new byte[1 + random.Next(200)];
        if (random.Next(2) == 0) random.NextBytes(bytes);
        return bytes;
    }

    private static int At(Random random, byte[] bytes) => random.Next(bytes.Length + 1);

    private static string One(Random random, string[] all) => all[random.Next(all.Length)];
}
