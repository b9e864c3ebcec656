using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class FrameTests
{
    [Theory]
    [InlineData("//www.youtube.com/embed/a-B_9", "https://www.youtube.com/watch?v=a-B_9", "https://www.youtube-nocookie.com/embed/a-B_9")]
    [InlineData("https://www.youtube-nocookie.com/embed/a9?rel=0&start=75", "https://www.youtube.com/watch?v=a9&t=75s",
        "https://www.youtube-nocookie.com/embed/a9?start=75")]
    [InlineData(
        "https://youtu.be/a9?t=1m5s",
        "https://www.youtube.com/watch?v=a9&t=65s",
        "https://www.youtube-nocookie.com/embed/a9?start=65")]
    [InlineData("https://m.youtube.com/shorts/a9", "https://www.youtube.com/watch?v=a9", "https://www.youtube-nocookie.com/embed/a9")]
    [InlineData(
        "https://youtube.com/live/a9?feature=share",
        "https://www.youtube.com/watch?v=a9",
        "https://www.youtube-nocookie.com/embed/a9")]
    [InlineData("http://www.youtube.com/v/a9&hl=en", "https://www.youtube.com/watch?v=a9", "https://www.youtube-nocookie.com/embed/a9")]
    [InlineData(
        "https://www.youtube.com/watch?v=a9&list=L1",
        "https://www.youtube.com/watch?v=a9",
        "https://www.youtube-nocookie.com/embed/a9")]
    [InlineData("https://www.youtube.com/embed/videoseries?list=L1", "https://www.youtube.com/playlist?list=L1",
        "https://www.youtube-nocookie.com/embed/videoseries?list=L1")]
    [InlineData("//player.bilibili.com/player.html?aid=170001&page=2&high_quality=1", "https://www.bilibili.com/video/av170001/?p=2",
        "https://player.bilibili.com/player.html?aid=170001&page=2&autoplay=0")]
    [InlineData("https://player.bilibili.com/player.html?isOutside=true&aid=1&bvid=BV1a&cid=2&p=1", "https://www.bilibili.com/video/BV1a/",
        "https://player.bilibili.com/player.html?bvid=BV1a&autoplay=0")]
    [InlineData("https://www.bilibili.com/video/BV1a?p=3", "https://www.bilibili.com/video/BV1a/?p=3",
        "https://player.bilibili.com/player.html?bvid=BV1a&page=3&autoplay=0")]
    [InlineData("https://www.bilibili.com/blackboard/html5mobileplayer.html?bvid=BV1a", "https://www.bilibili.com/video/BV1a/",
        "https://player.bilibili.com/player.html?bvid=BV1a&autoplay=0")]
    [InlineData("https://v.qq.com/txp/iframe/player.html?vid=q1", "https://v.qq.com/x/page/q1.html",
        "https://v.qq.com/txp/iframe/player.html?vid=q1")]
    [InlineData("https://v.qq.com/iframe/preview.html?width=500&vid=q1", "https://v.qq.com/x/page/q1.html",
        "https://v.qq.com/txp/iframe/player.html?vid=q1")]
    [InlineData("https://v.qq.com/x/cover/c1/q1.html", "https://v.qq.com/x/page/q1.html", "https://v.qq.com/txp/iframe/player.html?vid=q1")]
    [InlineData("http://static.video.qq.com/TPout.swf?vid=q1&auto=0", "https://v.qq.com/x/page/q1.html",
        "https://v.qq.com/txp/iframe/player.html?vid=q1")]
    [InlineData("//player.youku.com/embed/XMTI==", "https://v.youku.com/v_show/id_XMTI==.html", "https://player.youku.com/embed/XMTI==")]
    [InlineData("http://player.youku.com/player.php/sid/XMTI/v.swf", "https://v.youku.com/v_show/id_XMTI.html",
        "https://player.youku.com/embed/XMTI")]
    [InlineData("https://v.youku.com/v_show/id_XMTI=.html?spm=1", "https://v.youku.com/v_show/id_XMTI=.html",
        "https://player.youku.com/embed/XMTI=")]
    [InlineData("https://player.vimeo.com/video/12?h=ab&title=0", "https://vimeo.com/12/ab", "https://player.vimeo.com/video/12?h=ab")]
    [InlineData("https://vimeo.com/12", "https://vimeo.com/12", "https://player.vimeo.com/video/12")]
    [InlineData("https://open.spotify.com/embed/episode/1a?theme=0", "https://open.spotify.com/episode/1a",
        "https://open.spotify.com/embed/episode/1a")]
    [InlineData(
        "https://open.spotify.com/embed-podcast/show/1a",
        "https://open.spotify.com/show/1a",
        "https://open.spotify.com/embed/show/1a")]
    [InlineData("https://embed.podcasts.apple.com/cn/podcast/x/id1?i=2", "https://podcasts.apple.com/cn/podcast/x/id1?i=2",
        "https://embed.podcasts.apple.com/cn/podcast/x/id1?i=2")]
    [InlineData("https://www.xiaoyuzhoufm.com/embed/episode/6a", "https://www.xiaoyuzhoufm.com/episode/6a",
        "https://www.xiaoyuzhoufm.com/embed/episode/6a")]
    [InlineData("//music.163.com/outchain/player?type=2&id=5&auto=1&height=66", "https://music.163.com/#/song?id=5",
        "https://music.163.com/outchain/player?type=2&id=5&auto=0")]
    [InlineData("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=red", "https://soundcloud.com/a/b",
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb")]
    public void A_known_player_is_a_link_to_where_one_watches_and_passes_for_trusted_authors(string src, string watch, string frame)
    {
        var html = $"<iframe src=\"{src.Replace("&", "&amp;", StringComparison.Ordinal)}\" title='Low water'></iframe>";

        var (untrusted, codes) = Embeds.Of(html);
        Assert.Equal($"<p><a href=\"{Escaped(watch)}\">Low water</a></p>", untrusted);
        Assert.Equal("embedded-content", codes);
        var (trusted, none) = Embeds.Of(html, TrustLevel.Author);
        Assert.StartsWith($"<iframe src=\"{Escaped(frame)}\" title=\"Low water\"", trusted, StringComparison.Ordinal);
        Assert.Equal("", none);
    }

    [Theory]
    [InlineData(
        "<iframe src=https://youtu.be/a9></iframe>",
        "<p><a href=\"https://www.youtube.com/watch?v=a9\">youtube.com/watch?v=a9</a></p>")]
    [InlineData(
        "<iframe src=https://www.maps.test/embed?x=1></iframe>",
        "<p><a href=\"https://www.maps.test/embed?x=1\">maps.test</a></p>")]
    [InlineData("<p>See <iframe data-src=/d/table.html title='The table'></iframe>.</p>",
        "<p>See <a href=\"https://example.org/d/table.html\">The table</a>.</p>")]
    [InlineData("<embed src=/d/report.pdf type=application/pdf>", "<p><a href=\"https://example.org/d/report.pdf\">report.pdf</a></p>")]
    [InlineData("<object data=/d/report.pdf></object>", "<p><a href=\"https://example.org/d/report.pdf\">report.pdf</a></p>")]
    [InlineData("<object data=/d/report.pdf>No plug-in.</object>",
        "<p><span><a href=\"https://example.org/d/report.pdf\">report.pdf</a> No plug-in.</span></p>")]
    [InlineData(
        "<object data=/d/r.pdf><p>Read <a href=/d/r.html>it</a></p></object>",
        "<p>Read <a href=\"https://example.org/d/r.html\">it</a></p>")]
    [InlineData("<object><param name=movie value=https://www.youtube.com/v/a9></object>",
        "<p><a href=\"https://www.youtube.com/watch?v=a9\">youtube.com/watch?v=a9</a></p>")]
    [InlineData(
        "<lite-youtube videoid=a9 playlabel='Low water'></lite-youtube>",
        "<p><a href=\"https://www.youtube.com/watch?v=a9\">Low water</a></p>")]
    [InlineData(
        "<amp-youtube data-videoid=a9></amp-youtube>",
        "<p><a href=\"https://www.youtube.com/watch?v=a9\">youtube.com/watch?v=a9</a></p>")]
    [InlineData("<portal src=/d/x>t</portal>", "<p><a href=\"https://example.org/d/x\">example.org</a></p>")]
    [InlineData("<iframe srcdoc='&lt;p>Rates of &lt;b>May&lt;/b>&lt;/p>&lt;script>x&lt;/script>'></iframe>", "<p>Rates of May</p>")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>", "")]
    [InlineData("<applet code=x>Figures of <b>May</b></applet>", "Figures of <b>May</b>")]
    [InlineData("<canvas>Rate <b>3%</b></canvas>", "Rate <b>3%</b>")]
    [InlineData("<canvas id=chart></canvas>", "")]
    [InlineData("<video poster=/p.jpg title=Low><source src=blob:x></video>", "<img src=\"https://example.org/p.jpg\" alt=\"Low\">")]
    [InlineData("<video>Film: <a href=/f.mp4>here</a></video>", "Film: <a href=\"https://example.org/f.mp4\">here</a>")]
    [InlineData("<audio></audio>", "")]
    [InlineData(
        "<script src=https://gist.github.com/u/12.js></script>",
        "<p><a href=\"https://gist.github.com/u/12\">gist.github.com</a></p>")]
    [InlineData("<a href=/x><iframe src=https://maps.test/ title=Map></iframe></a>", "<a href=\"https://example.org/x\">Map</a>")]
    public void A_link_or_what_stands_inside_takes_the_place_of_what_cannot_pass(string html, string expected) =>
        Assert.Equal((expected, "embedded-content"), Embeds.Of(html));

    [Theory]
    [InlineData("<object data=/d/c.svg type=image/svg+xml>Chart</object>", "<img src=\"https://example.org/d/c.svg\" alt=\"Chart\">")]
    [InlineData("<embed src=/d/c.png width=30>", "<img src=\"https://example.org/d/c.png\" alt=\"\" width=\"30\">")]
    [InlineData("<embed src=/d/s.mp3>", "<audio src=\"https://example.org/d/s.mp3\" controls=\"\"></audio>")]
    [InlineData("<iframe src=/d/f.mp4></iframe>", "<video src=\"https://example.org/d/f.mp4\" controls=\"\"></video>")]
    [InlineData(
        "<video src=/d/f.mp4 autoplay muted></video>",
        "<video src=\"https://example.org/d/f.mp4\" muted=\"\" controls=\"\"></video>")]
    [InlineData("<video data-src=/d/f.mp4 controls></video>", "<video controls=\"\" src=\"https://example.org/d/f.mp4\"></video>")]
    [InlineData("<audio><source src=/d/s.mp3></audio>", "<audio controls=\"\"><source src=\"https://example.org/d/s.mp3\"></audio>")]
    [InlineData("<amp-img src=/d/c.png alt=C></amp-img>", "<img src=\"https://example.org/d/c.png\" alt=\"C\">")]
    [InlineData("<marquee>Low <b>water</b></marquee>", "Low <b>water</b>")]
    [InlineData("<xmp>a <b> c</xmp>", "<pre>a &lt;b&gt; c</pre>")]
    [InlineData("<dialog>Low</dialog><blink> a</blink><x-note> b<slot> c</slot></x-note>", "Low a b c")]
    [InlineData("<template>not shown</template>a", "a")]
    [InlineData("<noembed>The <i>film</i></noembed>", "<p>The film</p>")]
    public void What_has_an_element_of_its_own_is_shown_by_it_without_a_problem(string html, string expected) =>
        Assert.Equal((expected, ""), Embeds.Of(html));

    [Fact]
    public void End_tags_that_kramdown_writes_as_text_are_not_shown() => Assert.Equal(
        "<a href=\"https://www.youtube.com/watch?v=a9\">youtube.com/watch?v=a9</a>",
        Embeds.Of("<object><param name=movie value=/x>&lt;/param&gt; <embed src=https://www.youtube.com/v/a9>&lt;/embed&gt;</object>")
            .Html.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));

    [Fact]
    public void There_is_one_problem_for_each_kind_which_names_titles_and_line()
    {
        var (_, problems) = Embeds.Read(
            "<p>a</p>\n<iframe src=https://youtu.be/a title=One></iframe>\n<iframe src=https://youtu.be/b title=Two></iframe>\n"
                + "<canvas></canvas>");

        Assert.Equal(
            [
                ("<iframe> cannot pass: One, Two (2 in all).", 6, "A link stands in its place."),
                ("<canvas> cannot pass.", 8, "It is left out."),
            ],
            problems.Select(problem => (problem.Message, problem.Line!.Value, problem.Action)));
    }

    [Fact]
    public void A_player_that_is_not_known_is_a_link_for_trusted_authors_too() => Assert.Equal(
        ("<p><a href=\"https://evil.test/x\">evil.test</a></p>", "embedded-content"),
        Embeds.Of("<iframe src=https://evil.test/x></iframe>", TrustLevel.Author));

    private static string Escaped(string address) => address.Replace("&", "&amp;", StringComparison.Ordinal);
}
