using System.Globalization;
using System.Text;

namespace FeedApi.Benchmarks;

/// <summary>Generates posts as an unattended job writes them: Chinese HTML in Markdown, one category each of 2,000. The same number gives the same post.</summary>
public sealed class Corpus(int seed = 1)
{
    private const int Categories = 2_000;
    private const string Characters = "潮水观测港口灯塔仪器夜班风浪记录平均海面春秋冬夏月亮太阳数据误差校准浮子井传感器时间站长学徒码头渔船雾钟";
    private static readonly DateTimeOffset Newest = new(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Writes a content folder.</summary>
    public void WriteTo(string folder, int posts)
    {
        Directory.CreateDirectory(Path.Combine(folder, "_posts"));
        File.WriteAllText(Path.Combine(folder, "_config.yml"), "title: 合成站点\nurl: https://bench.example\ntimezone: Asia/Shanghai\nlang: zh-CN\nfeedapi:\n  split_categories: false\n");
        for (var i = 0; i < posts; i++) File.WriteAllText(Path.Combine(folder, PathOf(i)), TextOf(i));
    }

    /// <summary>The path of a post below the content folder.</summary>
    public static string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"_posts/{PublishedOf(number):yyyy-MM-dd}-{number:0000000}.md");

    /// <summary>The text of a post, about 3 KB.</summary>
    public string TextOf(int number)
    {
        var random = new Random(HashCode(number));
        var text = new StringBuilder(2_048);
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{Words(random, 18)}\"\ndate: {PublishedOf(number):yyyy-MM-dd HH:mm:ss zzz}\n");
        text.Append(CultureInfo.InvariantCulture, $"categories: source{number * 7919 % Categories}\ntags: {Words(random, 4)}新闻\n---\n");
        for (var paragraph = 0; paragraph < 8; paragraph++) text.Append("<p>").Append(Words(random, 90 + random.Next(60))).Append("。</p>\n");
        return text.Append("\n<https://bench.example/source/").Append(number).Append(">\n").ToString();
    }

    private static DateTimeOffset PublishedOf(int number) => Newest.AddMinutes(-5 * number);

    // Not string.GetHashCode, which differs from run to run.
    private int HashCode(int number) => unchecked((seed * 397) ^ (number * 7919));

    private static string Words(Random random, int count) =>
        string.Create(count, random, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = i % 17 == 16 ? '，' : Characters[source.Next(Characters.Length)];
        });
}
