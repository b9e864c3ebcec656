using CsCheck;
using FeedApi.Catalog.Similar;
using Xunit;

namespace FeedApi.Tests.Catalog.Similar;

public sealed class NearDuplicateSketchTests
{
    private const string Title = "收评：沪指涨0.52% 半导体板块领涨";

    private const string Lead =
        "5月6日，A股三大指数集体收涨。截至收盘，沪指涨0.52%，报3021.45点；深成指涨0.87%，报9587.12点；两市成交额1,012,300万元。";

    private const string Body = "盘面上，“半导体”概念股走强，恒润科技涨停，白酒板块跌幅居前，北向资金净买入43.18亿元。";

    private const string End = "分析人士指出，市场仍处于震荡整理阶段，建议控制仓位，注意风险。";

    private const string Text = $"{Lead}\n{Body}\n{End}";

    private static readonly TimeSpan Window = TimeSpan.FromDays(3);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Copies_are_told_from_other_wires_of_the_same_template(int seed)
    {
        var wires = new WireGenerator(seed).Generate(5_000);

        var found = PairsOf(wires);

        var known = wires.CountBy(wire => wire.Story).Sum(story => story.Value * (story.Value - 1) / 2);
        var right = found.Count(pair => pair.Earlier.Story == pair.Later.Story);
        Assert.InRange((double)right / found.Count, 0.99, 1);
        Assert.InRange((double)right / known, 0.94, 1);
    }

    [Fact]
    public void Most_copies_have_an_earlier_article_that_they_are_copies_of()
    {
        var wires = new WireGenerator(13).Generate(5_000);

        var found = PairsOf(wires).Where(pair => pair.Earlier.Story == pair.Later.Story).DistinctBy(pair => pair.Later.Id).Count();

        Assert.InRange((double)found / wires.CountBy(wire => wire.Story).Sum(story => story.Value - 1), 0.96, 1);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("收评：沪指涨0.52%，深成指涨0.87%，创业板指涨0.31%，半导体板块领涨两市", "")]
    [InlineData("", " \n　…，。！")]
    [InlineData(Title, "截至收盘，沪指涨0.52%。")]
    public void Too_short_a_text_has_no_sketch(string title, string text) => Assert.Null(NearDuplicateSketch.Of(title, text));

    [Fact]
    public void Equal_articles_are_copies()
    {
        Assert.True(Of(Title, Text).IsCopyOf(Of(Title, Text)));
        Assert.Equal(Of(Title, Text).Bands, Of(Title, Text).Bands);
    }

    [Fact]
    public void An_article_without_a_headline_is_a_copy_of_one_with_a_headline() => AssertCopy("", Text);

    [Fact]
    public void Punctuation_width_and_white_space_are_ignored()
    {
        var other = $"　　{Text}".Replace('“', '「').Replace('”', '」').Replace("，", ", ", StringComparison.Ordinal).Replace('3', '３')
            .Replace("9587.12", "９５８７．１２", StringComparison.Ordinal).Replace("%", " ％", StringComparison.Ordinal)
            .Replace("1,012,300", "1012300", StringComparison.Ordinal).Replace("\n", "\n\n　　", StringComparison.Ordinal)
            .Replace("A股", "ａ 股", StringComparison.Ordinal);

        Assert.Equal(Of(Title, Text).ToArray(), Of(Title, other).ToArray());
    }

    [Theory]
    [InlineData($"快讯：{Title}", $"{Lead}\n{Body}")]
    [InlineData($"{Title} - 证券时报网", $"（来源：证券时报网 2024-05-06 15:02）\n{Text}")]
    [InlineData(Title, $"编者按：本文不代表本网立场，转载请注明出处。\n{Text}\n责任编辑：小周")]
    [InlineData($"界面新闻 | {Title}", $"据界面新闻报道，{Lead}{Body}")]
    public void Additions_of_outlets_and_a_paragraph_left_out_make_no_other_wire(string title, string text) => AssertCopy(title, text);

    [Fact]
    public void Some_words_may_be_replaced() => AssertCopy(Title, Text.Replace("集体收涨", "全线上扬", StringComparison.Ordinal)
        .Replace("走强", "拉升", StringComparison.Ordinal).Replace("建议", "应当", StringComparison.Ordinal));

    [Fact]
    public void The_time_of_day_may_differ()
    {
        var source = "\n来源：证券时报网 15:02";

        Assert.True(Of(Title, Text + source).IsCopyOf(Of(Title, Text + source.Replace("15:02", "18:40", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("3021.45", "3033.90")]
    [InlineData("5月6日", "5月7日")]
    [InlineData("43.18", "34.81")]
    public void One_other_number_makes_another_wire(string number, string other) =>
        AssertNoCopy(Title, Text.Replace(number, other, StringComparison.Ordinal));

    [Fact]
    public void Another_day_makes_another_wire()
    {
        const string title = "央行开展20亿元7天期逆回购操作";
        const string text = "中国人民银行公告称，为维护银行体系流动性合理充裕，5月6日以固定利率、数量招标方式开展了20亿元7天期逆回购操作，操作利率为1.80%。";

        Assert.False(Of(title, text).IsCopyOf(Of(title, text.Replace("5月6日", "5月7日", StringComparison.Ordinal))));
    }

    [Fact]
    public void Other_names_make_another_wire()
    {
        const string title = "恒润科技董事王建国因个人原因辞职";
        const string text = "恒润科技公告，公司董事会近日收到董事王建国先生提交的书面辞职报告，王建国先生因个人原因申请辞去公司董事职务，辞职后不再担任公司任何职务。";
        var other = Of(title.Replace("王建国", "李敏", StringComparison.Ordinal), text.Replace("王建国", "李敏", StringComparison.Ordinal));

        Assert.False(Of(title, text).IsCopyOf(other));
    }

    [Fact]
    public void A_round_up_is_no_copy_of_the_wires_in_it()
    {
        var wires = new WireGenerator(14).Generate(40).DistinctBy(wire => wire.Story).Take(8);

        AssertNoCopy("财经早餐：今日要闻汇总", $"{string.Join('\n', wires.Select(wire => wire.Text))}\n{Text}");
    }

    [Fact]
    public void It_does_not_matter_which_of_two_articles_is_asked()
    {
        var sketches = new WireGenerator(15).Generate(300).Select(wire => Of(wire.Title, wire.Text)).ToList();

        Assert.All(sketches, one => Assert.All(sketches, other => Assert.Equal(one.IsCopyOf(other), other.IsCopyOf(one))));
    }

    // Sketches are stored: when these bytes change, the version of the schema must too.
    [Fact]
    public void A_sketch_is_the_same_on_every_machine() => Assert.Equal(
        "/f4EwYTUgcgUxjn21cj/0///ZehazLzIr8sf+wbzBN4k1rvwKNHN1XXP//9RzkXxObo7+XDbiK96+4fQmcl8yHYa43cNjEya759Z"
        + "v2XV//////////////////////////94JTxBMMMTNFOnN9SKQ7trTA+6n8wpysz///////8=",
        Convert.ToBase64String(Of(Title, Text).ToArray()));

    [Fact]
    public void A_stored_sketch_is_the_one_that_was_made()
    {
        var stored = Of(Title, Text).ToArray();

        Assert.Equal(NearDuplicateSketch.SizeBytes, stored.Length);
        Assert.Equal(Of(Title, Text).Bands, NearDuplicateSketch.From(stored).Bands);
        Assert.Throws<ArgumentException>(() => NearDuplicateSketch.From(stored.AsSpan(1)));
    }

    [Fact]
    public void Bands_are_few_and_small() => Gen.Select(Gen.String, Gen.String[40, 400]).Sample((title, text) =>
    {
        if (NearDuplicateSketch.Of(title, text) is not { } sketch) return;
        Assert.InRange(sketch.Bands.Count, 0, NearDuplicateSketch.MaxBands);
        Assert.All(sketch.Bands, band => Assert.InRange(band, 0, (1L << 39) - 1));
        Assert.True(sketch.IsCopyOf(sketch));
    });

    [Fact]
    public void What_is_beyond_two_thousand_tokens_is_ignored()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"{Text}{i * 7919}"));

        Assert.Equal(Of(Title, text).ToArray(), Of(Title, text + Body).ToArray());
    }

    private static void AssertCopy(string title, string text)
    {
        Assert.True(Of(Title, Text).IsCopyOf(Of(title, text)));
        Assert.NotEmpty(Of(Title, Text).Bands.Intersect(Of(title, text).Bands));
    }

    private static void AssertNoCopy(string title, string text) => Assert.False(Of(Title, Text).IsCopyOf(Of(title, text)));

    private static NearDuplicateSketch Of(string title, string text) =>
        Assert.IsType<NearDuplicateSketch>(NearDuplicateSketch.Of(title, text));

    // As a store finds them: those that share a band, were published within three days, and are copies of each other.
    private static List<(Wire Earlier, Wire Later)> PairsOf(IEnumerable<Wire> wires)
    {
        var (pairs, bands) = (new List<(Wire, Wire)>(), new Dictionary<long, List<(Wire Wire, NearDuplicateSketch Sketch)>>());
        foreach (var wire in wires.OrderBy(wire => wire.Published).ThenBy(wire => wire.Id, StringComparer.Ordinal))
        {
            var (sketch, seen) = (Of(wire.Title, wire.Text), new HashSet<Wire>());
            foreach (var band in sketch.Bands)
            {
                if (!bands.TryGetValue(band, out var others)) bands[band] = others = [];
                var candidates = others.Where(other => wire.Published - other.Wire.Published <= Window && seen.Add(other.Wire));
                pairs.AddRange(candidates.Where(other => sketch.IsCopyOf(other.Sketch)).Select(other => (other.Wire, wire)));
                others.Add((wire, sketch));
            }
        }

        return pairs;
    }
}
