using FeedApi.Model.Text;
using FeedApi.Model.Text.Han;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using Xunit;

namespace FeedApi.Tests.Model.Text;

/// <summary>Conversion between the scripts of Chinese, whose reference is OpenCC.</summary>
public sealed class HanConverterTests
{
    private const int Sentences = 1000;
    private const string Tables = "src/FeedApi/Model/Text/Han";

    private static readonly HanConverter ToSimplified = HanConverter.To(HanScript.Simplified);
    private static readonly HanConverter ToTraditional = HanConverter.To(HanScript.Traditional);

    [Theory]
    [InlineData("理发店发展头发业务", "理髮店發展頭髮業務")]
    [InlineData("干部在干燥的天气里干活", "幹部在乾燥的天氣裏幹活")]
    [InlineData("皇后后来落在后面", "皇后後來落在後面")]
    [InlineData("面条店在南面三公里", "麪條店在南面三公里")]
    [InlineData("一只船只有两只桨", "一隻船隻有兩隻槳")]
    [InlineData("钟表和台历", "鐘錶和檯曆")]
    [InlineData("海雾，2026年！Fog", "海霧，2026年！Fog")]
    public void Words_decide_between_the_traditional_forms_of_a_character(string simplified, string traditional) =>
        Assert.Equal(traditional, ToTraditional.Convert(simplified));

    [Theory]
    [InlineData("頭髮與發展", "头发与发展")]
    [InlineData("幹部乾燥，乾坤不變", "干部干燥，乾坤不变")]
    [InlineData("瞭望塔上的人瞭解海", "瞭望塔上的人了解海")]
    [InlineData("慰藉的藉口，一片狼藉", "慰藉的借口，一片狼藉")]
    public void Words_decide_between_the_simplified_forms_of_a_character(string traditional, string simplified) =>
        Assert.Equal(simplified, ToSimplified.Convert(traditional));

    [Theory]
    [InlineData("")]
    [InlineData("The tide at 7 m")]
    [InlineData("潮水👩‍💻")]
    [InlineData("\ud83d")]
    public void Text_that_stays_the_same_is_the_same_instance(string text)
    {
        Assert.Same(text, ToTraditional.Convert(text));
        Assert.Same(text, ToSimplified.Convert(text));
        Assert.Same(text, ToTraditional.ConvertHtml(text));
    }

    // The first needs a surrogate pair in simplified Chinese only, the second in traditional Chinese only, the third in both.
    [Fact]
    public void Characters_beyond_the_basic_plane_are_converted_as_a_whole()
    {
        Assert.Equal("彄𣈶𠿕👩‍💻鳥", ToTraditional.Convert("𫸩暅𪜎👩‍💻鸟"));
        Assert.Equal("𫸩暅𪜎👩‍💻鸟", ToSimplified.Convert("彄𣈶𠿕👩‍💻鳥"));
    }

    [Theory]
    [InlineData("<p>头发</p>", "<p>頭髮</p>")]
    [InlineData("<p id=\"发\" class=\"干\">发</p>", "<p id=\"发\" class=\"干\">發</p>")]
    [InlineData("<a href=\"/发/?q=干\" title=\"干燥\">这里</a>", "<a href=\"/发/?q=干\" title=\"乾燥\">這裏</a>")]
    [InlineData("<img src=\"发.png\" alt=\"头发\"> 后来", "<img src=\"发.png\" alt=\"頭髮\"> 後來")]
    [InlineData("<a title=\"里 > 发\" href=\"发\">发</a>", "<a title=\"裏 > 發\" href=\"发\">發</a>")]
    [InlineData("<td data-title=\"发\">发<!-- 发 > --> 发</td>", "<td data-title=\"发\">發<!-- 发 > --> 發</td>")]
    [InlineData("1 &lt; 发 &amp; &#x53D1; 发<br>发", "1 &lt; 發 &amp; &#x53D1; 發<br>發")]
    public void Only_what_people_read_of_HTML_is_converted(string html, string converted) =>
        Assert.Equal(converted, ToTraditional.ConvertHtml(html));

    [Theory]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<!-->")]
    [InlineData("<a title=\"")]
    [InlineData("<a title=\"\"")]
    [InlineData("</p")]
    public void HTML_that_is_cut_off_is_read_to_its_end(string html) => Assert.Same(html, ToTraditional.ConvertHtml(html));

    [Theory]
    [InlineData("s2t")]
    [InlineData("t2s")]
    public async Task OpenCC_gives_the_same_text(string configuration)
    {
        var isToTraditional = configuration == "s2t";
        var sentences = SentencesOf(isToTraditional ? "to-traditional.txt" : "to-simplified.txt")
            .Select(sentence => isToTraditional ? sentence : ToTraditional.Convert(sentence))
            .ToList();
        var folder = Directory.CreateTempSubdirectory("feedapi-opencc-");
        try
        {
            var (written, read) = (Path.Combine(folder.FullName, "written.txt"), Path.Combine(folder.FullName, "read.txt"));
            await File.WriteAllLinesAsync(written, sentences, TestContext.Current.CancellationToken);
            var (exitCode, _, errors) = await ExternalTool.RunAsync(
                "opencc", ["-c", configuration, "-i", written, "-o", read], "Install opencc.");
            Assert.Equal((0, ""), (exitCode, errors));

            var expected = await File.ReadAllLinesAsync(read, TestContext.Current.CancellationToken);
            var converted = sentences.ConvertAll((isToTraditional ? ToTraditional : ToSimplified).Convert);
            Assert.Equal(Sentences, expected.Length);
            // Other releases of OpenCC have other words.
            Assert.InRange(expected.Zip(converted, SharedChars).Sum() / (double)expected.Sum(line => line.Length), 0.995, 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int SharedChars(string one, string other) => one.Zip(other).Count(pair => pair.First == pair.Second);

    // Those of the example site, then pieces of a table, in which more words meet than in any text.
    private static IEnumerable<string> SentencesOf(string table)
    {
        var written = Directory.EnumerateFiles(Repository.PathOf("content/_posts"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split(['。', '？', '！', '\n']))
            .Where(sentence => sentence.Any(CjkText.IsCjk));
        return written.Concat(Generated(table)).Take(Sentences);
    }

    private static IEnumerable<string> Generated(string table)
    {
        var random = new Random(1);
        var characters = Repository.Read($"{Tables}/{table}").EnumerateRunes().Where(CjkText.IsCjk).ToArray();
        while (true)
        {
            var pieces = Enumerable.Range(0, 8).Select(_ => random.Next(characters.Length - 4)).Select(at => characters[at..(at + 4)]);
            yield return string.Concat(pieces.SelectMany(piece => piece));
        }
    }
}
