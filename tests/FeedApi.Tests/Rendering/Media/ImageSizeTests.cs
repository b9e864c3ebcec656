using FeedApi.Model;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Media;

public sealed class ImageSizeTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public static TheoryData<string, byte[]> Files => new()
    {
        { "png", Pictures.Png(640, 480) },
        { "gif", Pictures.Gif(640, 480) },
        { "jpeg", Pictures.Jpeg(640, 480) },
        { "baseline jpeg", Pictures.Jpeg(640, 480, frame: 0xC0) },
        { "jpeg with 200 KB of metadata", Pictures.Jpeg(640, 480, 200_000) },
        { "lossy webp", Pictures.LossyWebP(640, 480) },
        { "lossless webp", Pictures.LosslessWebP(640, 480) },
        { "extended webp", Pictures.ExtendedWebP(640, 480) },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void The_size_is_in_the_head(string kind, byte[] file) => Assert.True(Read(file) == (640, 480), kind);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_cut_off_or_changed_anywhere_throws_nothing(string kind, byte[] file)
    {
        var head = file[..Math.Min(file.Length, 64)];
        for (var at = 0; at < head.Length; at++)
        {
            Read(head[..at]);
            foreach (var value in new byte[] { 0, 0x7F, 0xFF }) Read([.. head[..at], value, .. head[(at + 1)..]]);
        }

        Assert.NotEmpty(kind);
    }

    [Fact]
    public void What_is_no_picture_has_no_size()
    {
        Assert.Equal((null, null), Read([]));
        Assert.Equal((null, null), Read("<svg width='1' height='2'></svg>                 "u8.ToArray()));
        Assert.Equal((null, null), Read(Pictures.Png(0, 480)));
        Assert.Equal((null, null), Read([0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 10_000)]));
    }

    [Fact]
    public void Sizes_that_the_post_states_stay_and_others_come_from_the_file()
    {
        folder.With("a.png", Pictures.Png(640, 480));

        Assert.Equal(new PostImage("https://example.org/a.png", null, 640, 480, 33), ImageOf(new PostImage("/a.png")));
        Assert.Equal(new PostImage("https://example.org/a.png", null, 640, 480, 33), ImageOf(new PostImage("/a.png", Width: 100)));
        Assert.Equal(new PostImage("https://example.org/a.png", null, 4, 3, 33), ImageOf(new PostImage("/a.png", Width: 4, Height: 3)));
        Assert.Equal(new PostImage("https://example.org/b.png"), ImageOf(new PostImage("/b.png")));
    }

    [Fact]
    public void A_link_out_of_the_content_folder_is_not_followed()
    {
        using var outside = new ContentFolder();
        outside.With("a.png", Pictures.Png(640, 480));
        File.CreateSymbolicLink(folder.Full("a.png"), outside.Full("a.png"));

        Assert.Equal(new PostImage("https://example.org/a.png"), ImageOf(new PostImage("/a.png")));
    }

    private PostImage? ImageOf(PostImage image) =>
        Sample.Render(Sample.Post("Text.") with { Image = image }, Sample.Site with { ContentFolder = folder.Path }).Image;

    private (int? Width, int? Height) Read(byte[] file)
    {
        folder.With("picture", file);
        var image = ImageOf(new PostImage("/picture"))!;
        Assert.Equal(file.Length, image.LengthBytes);
        return (image.Width, image.Height);
    }
}
