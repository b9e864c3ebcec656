using System.Globalization;
using System.Text;

namespace FeedApi.Benchmarks.Corpora;

/// <summary>
/// Generates posts as an unattended job writes them: Chinese, HTML or Markdown, of 2,000 sources. The same number gives the same post.
/// </summary>
public sealed class Corpus(int seed = 1)
{
    private const int Categories = 2_000;
    private const double UsualBytes = 3_000;
    private const int MinBytes = 300;
    private const int MaxBytes = 30_000;
    private static readonly DateTimeOffset Newest = new(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>Writes a content folder.</summary>
    public void WriteTo(string folder, int posts)
    {
        Directory.CreateDirectory(Path.Combine(folder, "_posts"));
        File.WriteAllText(
            Path.Combine(folder, "_config.yml"),
            "title: 合成站点\nurl: https://bench.example\ntimezone: Asia/Shanghai\nlang: zh-CN\npermalink: /:categories/:title.html\n"
                + "plugins: [jekyll-feed]\nfeedapi:\n  category_names: {from: tags, strip_suffix: 新闻}\n");
        Parallel.For(0, posts, number => File.WriteAllText(Path.Combine(folder, PathOf(number)), TextOf(number)));
    }

    /// <summary>
    /// The path of a post below the content folder. The higher its number, the older is a post; those below 0 are newer than all
    /// that are written at once.
    /// </summary>
    public static string PathOf(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"_posts/{PublishedOf(number):yyyy-MM-dd}-{(number < 0 ? "new-" : "")}{Math.Abs(number):0000000}.md");

    /// <summary>When a post was published, in Unix seconds.</summary>
    public static long InstantOf(int number) => PublishedOf(number).ToUnixTimeSeconds();

    /// <summary>The category of a post: a few sources write much, most write little.</summary>
    public static string CategoryOf(int number)
    {
        var place = ((number * 7919L) % 1_000_003) / 1_000_003.0;
        return string.Create(CultureInfo.InvariantCulture, $"source{(int)(Categories * place * place)}");
    }

    /// <summary>The text of a post, about 4 KB on average.</summary>
    public string TextOf(int number)
    {
        var random = new Random(SeedOf(number));
        var words = new CorpusText(random);
        var isEnglish = random.NextDouble() < 0.01;
        var text = new StringBuilder(4_096);
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\nlayout: post\ntitle: \"{words.Title(isEnglish)}\"\ndate: {PublishedOf(number):yyyy-MM-dd HH:mm:ss zzz}\n");
        text.Append(CultureInfo.InvariantCulture, $"categories: {CategoryOf(number)}\ntags: {words.Word()}新闻\n---\n");
        var bytes = SizeOf(random);
        if (random.NextDouble() < 0.7) AppendHtml(text, words, bytes, isEnglish);
        else AppendMarkdown(text, words, random, bytes, isEnglish);
        return text.Append(CultureInfo.InvariantCulture, $"\n<https://bench.example/source/{number}>\n").ToString();
    }

    /// <summary>So many characters that stand together in a post.</summary>
    public string WordsOf(int number, int characters)
    {
        var text = TextOf(number);
        for (var at = text.Length / 2; at + characters <= text.Length; at++)
        {
            var found = text.AsSpan(at, characters);
            if (found.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0) return found.ToString();
        }

        return "观测站值班员"[..characters];
    }

    private static DateTimeOffset PublishedOf(int number) => Newest - (number * Step);

    // Most posts are short, some are long: the logarithm of the size is normally distributed.
    private static int SizeOf(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return (int)Math.Clamp(UsualBytes * Math.Exp(0.75 * normal), MinBytes, MaxBytes);
    }

    private static void AppendHtml(StringBuilder text, CorpusText words, int bytes, bool isEnglish)
    {
        text.Append("<p><center><img src=\"https://img.bench.example/a.jpg\" alt=\" \" width=\"550\" style=\"border:#d1d1d1 1px "
            + "solid;\" /></center></p>\n");
        for (var written = 0; written < bytes;)
        {
            var paragraph = words.Paragraph(isEnglish);
            text.Append(" <p>").Append(paragraph).Append("</p>\n");
            written += Encoding.UTF8.GetByteCount(paragraph);
        }
    }

    private static void AppendMarkdown(StringBuilder text, CorpusText words, Random random, int bytes, bool isEnglish)
    {
        for (var written = 0; written < bytes;)
        {
            var block = random.Next(10) switch
            {
                0 => $"## {words.Word()}",
                1 => $"- **{words.Word()}**：{words.Paragraph(isEnglish)}\n- {words.Paragraph(isEnglish)}",
                2 => $"| 名称 | 数值 |\n|---|---:|\n| {words.Word()} | 1.2 |\n| {words.Word()} | 3.4 |",
                3 => $"> {words.Paragraph(isEnglish)}",
                4 => $"{words.Paragraph(isEnglish)} 详见[{words.Word()}](https://bench.example/b?c=1&d=2)。",
                _ => words.Paragraph(isEnglish),
            };
            text.Append(block).Append("\n\n");
            written += Encoding.UTF8.GetByteCount(block);
        }
    }

    // Not string.GetHashCode, which differs from run to run.
    private int SeedOf(int number) => unchecked((seed * 397) ^ (number * 7919));
}
