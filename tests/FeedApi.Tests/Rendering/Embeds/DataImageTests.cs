using FeedApi.Tests.Rendering.Media;
using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class DataImageTests
{
    public static TheoryData<string, byte[]> Accepted => new()
    {
        { "image/png", Pictures.Png(3, 2) },
        { "image/jpeg", Pictures.Jpeg(3, 2) },
        { "image/gif", Pictures.Gif(3, 2) },
        { "image/webp", Pictures.LossyWebP(3, 2) },
        { "image/png", Sized(32 * 1024) },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "image/png", Sized((32 * 1024) + 1) },
        { "image/bmp", Pictures.Png(3, 2) },
        { "image/svg+xml", "<p>no drawing</p>"u8.ToArray() },
        { "image/png", "<script>"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_small_picture_in_the_text_passes(string type, byte[] bytes)
    {
        var address = $"data:{type};base64,{Convert.ToBase64String(bytes)}";

        Assert.Equal(($"<p><img src=\"{address}\" alt=\"b\"></p>", ""), Embeds.Of($"<p><img src=\"{address}\" alt=b></p>"));
        Assert.Null(Embeds.Read($"<img src=\"{address}\">").Article.Image);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Anything_else_leaves_its_description_and_a_problem(string type, byte[] bytes) => Assert.Equal(
        ("<p>Chart</p>", "data-image"), Embeds.Of($"<p><img src=\"data:{type};base64,{Convert.ToBase64String(bytes)}\" alt=Chart></p>"));

    [Theory]
    [InlineData("<a href=\"{0}\">a</a>")]
    [InlineData("<blockquote cite=\"{0}\">a</blockquote>")]
    [InlineData("<video src=\"/v.mp4\" poster=\"{0}\" controls></video>")]
    public void Only_pictures_have_such_an_address(string html)
    {
        var address = "data:image/png;base64," + Convert.ToBase64String(Pictures.Png(3, 2));

        Assert.DoesNotContain(
            "data:", Embeds.Of(string.Format(null, System.Text.CompositeFormat.Parse(html), address)).Html, StringComparison.Ordinal);
    }

    private static byte[] Sized(int bytes) => [.. Pictures.Png(3, 2), .. new byte[bytes - Pictures.Png(3, 2).Length]];
}
