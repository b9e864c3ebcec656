using FeedApi.Content.Files;
using FeedApi.Pages.Files;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Pages.Files;

public sealed class ContentFilesTests : IDisposable
{
    private readonly ContentFolder folder = new ContentFolder().With("_posts/2024-05-06-a-post.md", "---\ntitle: A\n---\nBody.\n");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("favicon.ico")]
    [InlineData("assets/bell.mp3")]
    [InlineData("图片/照片 1.png")]
    [InlineData("pages/about.html")]
    public void A_plain_file_is_public(string path) => Assert.True(Files().IsPublic(path));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("assets//bell.mp3")]
    [InlineData("assets/../_config.yml")]
    [InlineData(".git/config")]
    [InlineData("assets/.hidden.png")]
    [InlineData("_data/authors.json")]
    [InlineData("blog/_drafts/a.txt")]
    [InlineData("_posts/2024-05-06-a-post.md")]
    [InlineData("blog/_posts/2024-05-06-a-post.html")]
    [InlineData("README.MD")]
    [InlineData("settings.yaml")]
    [InlineData("Gemfile")]
    [InlineData("Gemfile.lock")]
    [InlineData("assets/bell.mp3.part")]
    [InlineData("index.html~")]
    [InlineData("a\0b")]
    public void A_hidden_file_a_source_or_a_way_out_is_not_public(string path) => Assert.False(Files().IsPublic(path));

    [Fact]
    public void Every_html_file_of_a_folder_without_posts_folder_is_a_post()
    {
        using var plain = new ContentFolder().With("a-post.html", "<p>Body.</p>");
        Assert.False(new ContentFiles(plain.Site(), new PostFiles(plain.Path)).IsPublic("a-post.html"));
    }

    [Fact]
    public void A_regular_file_is_found()
    {
        folder.With("assets/a.txt", "text");
        Assert.True(IsFound("assets/a.txt"));
    }

    [Fact]
    public void A_folder_or_a_missing_file_is_not_found()
    {
        folder.With("assets/a.txt", "text");
        Assert.False(IsFound("assets"));
        Assert.False(IsFound("assets/b.txt"));
        Assert.False(IsFound("assets/a.txt/b.txt"));
    }

    [Fact]
    public void A_template_with_front_matter_is_not_found()
    {
        folder.With("index.html", "---\nlayout: home\n---\n{{ content }}");
        Assert.False(IsFound("index.html"));
    }

    [Fact]
    public void A_link_is_followed_only_when_it_leads_to_a_public_file_of_the_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var elsewhere = new ContentFolder().With("secret.txt", "secret");
        folder.With("a.txt", "text").With("_data/names.txt", "names");
        File.CreateSymbolicLink(folder.Full("inside.txt"), folder.Full("a.txt"));
        File.CreateSymbolicLink(folder.Full("hidden.txt"), folder.Full("_data/names.txt"));
        File.CreateSymbolicLink(folder.Full("outside.txt"), elsewhere.Full("secret.txt"));
        Directory.CreateSymbolicLink(folder.Full("away"), elsewhere.Path);

        Assert.True(IsFound("inside.txt"));
        Assert.False(IsFound("hidden.txt"));
        Assert.False(IsFound("outside.txt"));
        Assert.False(IsFound("away/secret.txt"));
    }

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("a.html", "text/html")]
    [InlineData("a.txt", "text/plain; charset=utf-8")]
    [InlineData("a.unheard-of", "application/octet-stream")]
    public void The_name_says_the_media_type(string path, string type) => Assert.Equal(type, ContentFiles.ContentTypeOf(path));

    [Theory]
    [InlineData("secret.txt", false)]
    [InlineData("private/a/b.png", false)]
    [InlineData("node_modules/x/y.js", false)]
    [InlineData("public/b.png", true)]
    public void What_the_site_excludes_is_not_public(string path, bool isPublic)
    {
        folder.With("_config.yml", "exclude: [secret.txt, private/]").With("_posts/2024-01-01-a.md", "x");
        var site = folder.Site();

        Assert.Equal(isPublic, new ContentFiles(site, new PostFiles(site)).IsPublic(path));
    }

    private ContentFiles Files() => new(folder.Site(), new PostFiles(folder.Path));

    private bool IsFound(string path) => Files().Find(path) is not null;
}
