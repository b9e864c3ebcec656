using CsCheck;
using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Tests.Rendering;
using Xunit;

namespace FeedApi.Tests.Catalog;

public sealed class PackedBodiesTests
{
    private const ArticleBodies All = ArticleBodies.Html | ArticleBodies.Text | ArticleBodies.Markdown | ArticleBodies.PageHtml;

    // No half characters: UTF-8 has none.
    private static readonly Gen<string> Texts = Gen.Char['\u0001', '\uD7FF'].Array[0, 300].Select(letters => new string(letters));

    private static readonly Article Sampled = Sample.Render("Text.");

    [Fact]
    public void Bodies_come_out_as_they_went_in() =>
        Gen.Select(Texts, Texts, Gen.Null(Texts), Gen.Null(Texts)).Sample((text, html, markdown, page) =>
        {
            var packed = PackedBodies.Pack(Sampled with { Text = text, Html = html, Markdown = markdown, PageHtml = page });
            var unpacked = PackedBodies.Unpack(Sampled, packed, All);
            Assert.Equal((text, html, markdown, page), (unpacked.Text, unpacked.Html, unpacked.Markdown, unpacked.PageHtml));
            Assert.Equal(text, PackedBodies.TextOf(packed));
        });

    [Fact]
    public void A_damaged_block_is_told()
    {
        var packed = PackedBodies.Pack(Sampled with { Html = new string('a', 1_000) + "b" });

        Assert.Throws<InvalidDataException>(() => PackedBodies.Unpack(Sampled, packed.AsSpan(0, 12), All));
        Array.Fill(packed, (byte)0xFF, 8, packed.Length - 8);
        Assert.Throws<InvalidDataException>(() => PackedBodies.TextOf(packed));
    }

    [Fact]
    public void No_flipped_bit_passes()
    {
        var packed = PackedBodies.Pack(Sampled with { Html = "<p>Ebb and flow.</p>" });
        for (var bit = 0; bit < packed.Length * 8; bit++)
        {
            packed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => PackedBodies.Unpack(Sampled, packed, All));
            Assert.Throws<InvalidDataException>(() => PackedBodies.TextOf(packed));
            packed[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}
