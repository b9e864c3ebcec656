using System.Text;
using FeedApi.Model;
using FeedApi.Model.Text;
using Xunit;

namespace FeedApi.Tests.Content.Files;

public sealed class EncodingTests : IDisposable
{
    private const string Text = "---\ntitle: 山高水长😀\n---\n春江潮水连海平，海上明月共潮生。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Byte_order_marks_are_honoured()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var reading = folder.ReadPost([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);

            Assert.Equal("山高水长😀", reading.Post!.Title);
            Assert.Empty(reading.Problems);
        }
    }

    [Fact]
    public void GB18030_is_converted_with_a_warning()
    {
        var reading = folder.ReadPost(Gb18030.GetBytes(Text));

        Assert.Equal(("山高水长😀", "春江潮水连海平，海上明月共潮生。\n"), (reading.Post!.Title, reading.Post.Body));
        Assert.Equal((ProblemCodes.Encoding, ProblemSeverity.Warning), (reading.Problems[0].Code, reading.Problems[0].Severity));
    }

    [Fact]
    public void Western_text_never_becomes_chinese_nonsense()
    {
        var reading = folder.ReadPost(
            [.. Encoding.UTF8.GetBytes("---\ntitle: x\n---\n"), .. Encoding.Latin1.GetBytes("Schöne Grüße aus Köln\n")]);

        Assert.Null(reading.Post);
        Assert.Equal((ProblemCodes.Encoding, 4), (reading.Problems[0].Code, reading.Problems[0].Line));
    }

    [Fact]
    public void The_line_that_was_converted_is_named()
    {
        var reading = folder.ReadPost([.. Encoding.UTF8.GetBytes("---\ntitle: x\n---\n\n"), .. Gb18030.GetBytes("春江潮水连海平")]);

        Assert.Equal((ProblemCodes.Encoding, 5), (reading.Problems[0].Code, reading.Problems[0].Line));
    }

    [Fact]
    public void UTF8_front_matter_above_a_GBK_body_is_read_line_by_line()
    {
        var reading = folder.ReadPost([.. Encoding.UTF8.GetBytes("---\ntitle: 山高水长\n---\n"), .. Gb18030.GetBytes("春江潮水连海平")]);

        Assert.Equal(("山高水长", "春江潮水连海平"), (reading.Post!.Title, reading.Post.Body));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_held_and_never_shown_as_nonsense()
    {
        byte[][] bodies =
            [[0xE9, (byte)'\n'], [.. Encoding.UTF8.GetBytes("春江潮水连海平")[..^1]], [0xFF, 0xFE, 0x41], [0xEF, 0xBB, 0xBF, 0xB4, 0xBA]];
        foreach (var body in bodies)
        {
            byte[] head = body[0] is 0xFF or 0xEF ? [] : Encoding.UTF8.GetBytes("---\ntitle: x\n---\n");

            var reading = folder.ReadPost([.. head, .. body]);

            Assert.Null(reading.Post);
            Assert.Equal(ProblemCodes.Encoding, Assert.Single(reading.Problems).Code);
        }
    }

    [Fact]
    public void No_UTF16_unit_can_bring_a_forbidden_character_into_a_post()
    {
        for (var first = 0; first < 0x10000; first += 256)
        {
            var units = Enumerable.Range(first, 256).Select(unit => (char)unit).ToArray();
            var escapes = string.Concat(units.Select(unit => $"\\u{(int)unit:x4}"));
            var bytes = Encoding.Unicode.GetBytes("\uFEFF---\ntitle: \"" + escapes + "\"\n---\n")
                .Concat(units.SelectMany(unit => BitConverter.GetBytes(unit)))
                .ToArray();

            var post = folder.ReadPost(bytes).Post!;

            Assert.Equal(-1, XmlText.IndexOfForbidden(post.Title));
            Assert.Equal(-1, XmlText.IndexOfForbidden(post.Body));
        }
    }

    [Fact]
    public void Forbidden_characters_are_dropped_with_one_warning_that_names_the_first()
    {
        var reading = folder.ReadPost("---\ntitle: \"a\\u000bb\\ud800c\"\n---\nok\nx\u0007y\uFFFEz");

        Assert.Equal(("abc", "ok\nxyz"), (reading.Post!.Title, reading.Post.Body));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCodes.ForbiddenCharacters, 5, 2), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Text_without_forbidden_characters_stays_the_same_string()
    {
        const string text = "a\tb\n中\u0085\u202E😀\uFFFD";

        Assert.Same(text, XmlText.Clean(text, out var changed));
        Assert.False(changed);
        Assert.Equal("a😀b", XmlText.Clean("\udc00a\ud800😀\ud83d" + "b\uffff", out changed));
        Assert.True(changed);
    }
}
