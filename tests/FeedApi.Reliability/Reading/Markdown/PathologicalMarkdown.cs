using System.Text;

namespace FeedApi.Reliability.Reading.Markdown;

/// <summary>Makes up Markdown that costs parsers most: a few marks, repeated, nested, growing or indented ever deeper.</summary>
/// <remarks>Small, middle and large ones: large ones are beyond what the guards let pass, most of the others below it.</remarks>
internal static class PathologicalMarkdown
{
    private const int MaxMarks = 4;
    private const int MaxChars = 1_000_000;

    private static readonly string[] Marks =
    [
        "[", "]", "(", ")", "![", "*", "**", "_", "`", "``", "~~", "<", ">", "<a ", "</", "<!--", "-->", "<?", "<![CDATA[", "&", "&amp;",
        "#", "\\", "|", "- ", "+ ", "1. ", "> ", "\n", "\n\n", "  ", "    ", "\t", ":", ": ", "^", "[^a]", "[^a]: ", "*[a]: ", "[a]: ", "{",
        "}", "{: .a}", "{#a}", "$$", "---\n", "===\n", "```\n", "~~~\n", "|-|\n", "http://", "www.", "@", "a", "b ", "中", "「", "\"", "'",
        "--", "...", "<b>", "</b>", "<div>", "<table>", "<td>", "<img src=", "=\"", "{{", "}}", "{%", "%}", "{{<", "\u00A0", "\u3000", "!",
        "==", "++", "0", ")[", "](", "](<", "][", "\r", "<p>\n", "\\[", "{:", "{::", "* * *\n", "    a\n", "a\n: ",
    ];

    /// <summary>A whole post.</summary>
    public static byte[] Of(Random random)
    {
        var body = Body(random);
        if (body.Length > MaxChars) body = body[..MaxChars];
        return Encoding.UTF8.GetBytes($"---\ntitle: Hostile\ndate: 2025-01-02\n---\n{body}\n");
    }

    private static string Body(Random random)
    {
        var times = TimesOf(random);
        var motif = Motif(random);
        return random.Next(6) switch
        {
            0 => Repeat(motif, times),
            1 => Repeat(motif, times) + "a" + Repeat(Motif(random), times),
            2 => Repeat(motif, times / 2) + Repeat(Motif(random), times / 2) + Repeat("\n", random.Next(times)),
            3 => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(times * 2)).Select(length => Repeat(motif, length) + "a ")),
            4 => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(times * 2)).Select(depth => new string(' ', depth) + motif + "a\n")),
            _ => string.Concat(Enumerable.Range(0, Math.Min(times, 20_000)).Select(_ => Marks[random.Next(Marks.Length)])),
        };
    }

    private static string Motif(Random random) =>
        string.Concat(Enumerable.Range(0, 1 + random.Next(MaxMarks)).Select(_ => Marks[random.Next(Marks.Length)]));

    private static int TimesOf(Random random) => random.Next(3) switch
    {
        0 => 16 + random.Next(200),
        1 => 500 + random.Next(5_000),
        _ => 10_000 + random.Next(300_000),
    };

    private static string Repeat(string text, int times) =>
        new StringBuilder().Insert(0, text, Math.Min(times, MaxChars / Math.Max(1, text.Length))).ToString();
}
