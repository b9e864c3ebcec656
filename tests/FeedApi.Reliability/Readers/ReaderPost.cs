using System.Globalization;
using System.Text;
using System.Text.Json;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Reliability.Readers;

/// <summary>Posts with titles, dates and texts that feed readers are known to stumble over.</summary>
internal static class ReaderPost
{
    // None with whole tags: in RSS npm's feedparser takes them for markup.
    private static readonly string[] Titles =
    [
        "AT&T & Co", "a < b > c", "\"quotes\" & 'apostrophes'", "100 % ]]> sure", "&amp; stays", "&lt;p&gt;", "价格：上涨 3.2%",
        "𠀀𠀁 beyond", "family 👩‍👩‍👧", "e\u0301 combined", "right \u05D0\u05D1 left", "1 2", "title\u00A0with\u2003spaces", "a\u200Bb",
    ];

    private static readonly string[] Offsets = ["+0000", "+0800", "-0330", "+1400", "-1200", "+0545"];

    /// <summary>A whole post in a category of its own group.</summary>
    public static string TextOf(Random random, int group)
    {
        var words = new CorpusText(random);
        var date = new DateTime(2001, 1, 1).AddSeconds(random.NextInt64(25L * 365 * 24 * 60 * 60));
        var title = random.Next(2) == 0 ? Titles[random.Next(Titles.Length)] + " " + words.Word() : words.Title(random.Next(2) == 0);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: {JsonSerializer.Serialize(title)}\n");
        text.Append(CultureInfo.InvariantCulture, $"date: {date:yyyy-MM-dd HH:mm:ss} {Offsets[random.Next(Offsets.Length)]}\n");
        text.Append(CultureInfo.InvariantCulture, $"category: g{group}\n---\n");
        for (var i = random.Next(4); i >= 0; i--)
            text.Append(words.Paragraph(random.Next(2) == 0)).Append(' ').Append(Titles[random.Next(Titles.Length)]).Append("\n\n");
        return text.ToString();
    }
}
