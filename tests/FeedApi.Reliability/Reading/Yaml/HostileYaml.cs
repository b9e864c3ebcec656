using System.Globalization;
using System.Text;

namespace FeedApi.Reliability.Reading.Yaml;

/// <summary>Makes up posts whose front matter is hostile, a few kinds of it at once.</summary>
internal static class HostileYaml
{
    private const int MaxKinds = 3;
    // Below, at and above the limits of 16 levels and 1,000 values.
    private static readonly int[] Depths = [2, 15, 16, 17, 64, 400];
    private static readonly int[] Counts = [2, 63, 64, 65, 990, 1_010, 5_000];
    private static readonly int[] Lengths = [1, 511, 513, 1_023, 1_025, 4_097, 60_000, 70_000];

    private static readonly string[] Keys =
    [
        "title", "date", "categories", "category", "tags", "author", "authors", "excerpt", "image", "enclosure", "id", "guid", "slug",
        "permalink", "redirect_from", "lang", "correction", "withdrawn", "ai", "feed", "updated", "layout", "x", "a.b", "~", "null", "1",
        "true", "<<", "=", "published", "draft", "expiryDate", "publishDate", "meta",
    ];

    private static readonly string[] Scalars =
    [
        "null", "~", "", "true", "no", "0x1F", "0o17", "017", "1e999", "-.inf", ".nan", "12:30:45", "2025-02-30", "2025-13-01T99:99:99Z",
        "0000-00-00", "9999-12-31", "99999999999999999999", "1_000", "!", "&", "*", "%", "@a", "`a`", "'", "\"", "'a''", "\"a\\q\"",
        "\"\\x\"", "\"\\ud800\"", "\"\\U00110000\"", "|", ">", "|9", ">+", "- a", "? a", ": a", "a: b: c", "[", "]", "{", "}", "[,]",
        "[a", "{a", "{a: }", "[[[]]]", "# a", "a # b", "---", "...", "\u0001", "\uFEFF", "\u2028", "\u0085", "\u202E", "💩", "𠀀",
    ];

    private static readonly string[] Tags =
    [
        "!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!binary", "!!timestamp", "!!set", "!!omap", "!!pairs", "!!seq", "!!map",
        "!ruby/object:Object", "!!python/name:os", "!<tag:example.org,2025:x>", "!a!b", "!!System.Object", "!!merge",
    ];

    /// <summary>A whole post.</summary>
    public static byte[] Of(Random random)
    {
        var lines = new StringBuilder();
        if (random.Next(20) == 0) lines.Append("%YAML 1.2\n");
        if (random.Next(4) != 0) lines.Append("title: Hostile\ndate: 2025-01-02\n");
        for (var kinds = 1 + random.Next(MaxKinds); kinds > 0; kinds--) lines.Append(Kind(random)).Append('\n');
        var newline = random.Next(10) switch { 0 => "\r\n", 1 => "\r", _ => "\n" };
        return Encoding.UTF8.GetBytes($"---\n{lines}---\nText.\n".Replace("\n", newline, StringComparison.Ordinal));
    }

    private static string Kind(Random random)
    {
        var key = One(random, Keys);
        return random.Next(16) switch
        {
            0 => $"{key}: {Repeat("[", One(random, Depths))}a{Repeat("]", One(random, Depths))}",
            1 => $"{key}: {Nested(random)}",
            2 => Indented(key, One(random, Depths)),
            3 => $"{key}: [{string.Join(", ", Enumerable.Range(0, One(random, Counts)))}]",
            4 => string.Join('\n', Enumerable.Range(0, One(random, Counts)).Select(number => $"k{number}: {number}")),
            5 => $"{key}: {new string(random.Next(2) == 0 ? 'a' : '海', One(random, Lengths))}",
            6 => $"{key}: \"{new string('b', One(random, Lengths))}\"",
            7 => $"{key}: |\n  {string.Join("\n  ", Enumerable.Range(0, One(random, Counts)))}",
            8 => Aliases(random, key),
            9 => $"{key}: &a {One(random, Scalars)}\n{One(random, Keys)}: *a\n{One(random, Keys)}: *b",
            10 => $"a: &m {{ {key}: 1 }}\n<<: [*m, {{ <<: *m, {key}: 2 }}]",
            11 => $"{key}: {One(random, Tags)} {One(random, Scalars)}",
            12 => $"{key}: {One(random, Scalars)}\n{key}: {One(random, Scalars)}",
            13 => $"? [{key}, {One(random, Scalars)}]\n: {One(random, Scalars)}",
            14 => $"{new string(' ', random.Next(4))}{One(random, ["\t", "\u3000", "-", ""])}{key}{One(random, [":", "：", " :", ""])}"
                + $"{One(random, [" ", "\t", ""])}{One(random, Scalars)}",
            _ => Noise(random),
        };
    }

    private static string Nested(Random random)
    {
        var depth = One(random, Depths);
        return $"{Repeat("{a: ", depth)}1{Repeat("}", random.Next(2) == 0 ? depth : depth - 1)}";
    }

    private static string Indented(string key, int depth) =>
        $"{key}:\n" + string.Concat(Enumerable.Range(1, depth).Select(level => $"{new string(' ', level)}k:\n"));

    // Aliases upon aliases, that double with each line; few enough that no reader would suffer from expanding them all.
    private static string Aliases(Random random, string key)
    {
        var lines = Enumerable.Range(1, 4 + random.Next(8)).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]"));
        return $"a0: &a0 {One(random, Scalars.AsSpan(0, 16).ToArray())}\n{string.Join('\n', lines)}\n{key}: *a3";
    }

    private static string Noise(Random random)
    {
        const string characters = "ab:-?[]{},#&*!|>'\"%@`\\ \n\t\u0085\u2028\uFEFF\u0007é海💩=<~.0";
        return string.Concat(Enumerable.Range(0, 4 + random.Next(60)).Select(_ => characters[random.Next(characters.Length)]));
    }

    private static T One<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
