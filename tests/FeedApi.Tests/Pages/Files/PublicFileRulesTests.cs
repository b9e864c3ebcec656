using FeedApi.Content.Files;
using FeedApi.Pages.Files;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Pages.Files;

public sealed class PublicFileRulesTests : IDisposable
{
    private readonly ContentFolder folder = new ContentFolder().With("_posts/2024-05-06-a-post.md", "---\ntitle: A\n---\nBody.\n");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("favicon.ico")]
    [InlineData("assets/bell.mp3")]
    [InlineData("图片/照片 1.png")]
    [InlineData("pages/about.html")]
    [InlineData("css/main.css")]
    [InlineData("js/app.js")]
    [InlineData("js/app.min.js.map")]
    [InlineData("fonts/a.woff2")]
    [InlineData("paper.PDF")]
    [InlineData("talk.pptx")]
    [InlineData("book.epub")]
    [InlineData("events.ics")]
    [InlineData("data.csv")]
    [InlineData("data.json")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData("manifest.webmanifest")]
    [InlineData("source-1.2.tar.gz")]
    [InlineData("shots/example.org.png")]
    [InlineData("css/main.css.gz")]
    [InlineData("ads.txt")]
    [InlineData("2008/a.jpeg.1")]
    [InlineData("certs/root.der")]
    [InlineData("CNAME")]
    [InlineData("LICENSE")]
    [InlineData(".well-known/security.txt")]
    [InlineData(".well-known/acme-challenge/TOKEN_1")]
    [InlineData("images/core-dump-analysis/1.png")]
    [InlineData("images/backups-for-beginners/1.png")]
    public void A_file_of_a_public_kind_is_public(string path) => Assert.Equal(FileVerdict.Public, Judge(path));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("assets//bell.mp3")]
    [InlineData("assets/../_config.yml")]
    [InlineData(".git/config")]
    [InlineData("assets/.hidden.png")]
    [InlineData("assets/.well-known/a.txt")]
    [InlineData(".well-known/.hidden")]
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
    [InlineData("a.md.bak")]
    [InlineData("a.md.orig")]
    [InlineData("a.md.1")]
    [InlineData("#a.md#")]
    [InlineData("#a.txt")]
    [InlineData("~$letter.docx")]
    [InlineData("a.markdown.gz")]
    [InlineData("a.MD.txt")]
    [InlineData("a.mkd.png")]
    [InlineData("page.html.orig")]
    public void A_hidden_file_a_source_or_a_way_out_is_private(string path) => Assert.Equal(FileVerdict.Private, Judge(path));

    [Theory]
    [InlineData("dump.sql")]
    [InlineData("a.sql")]
    [InlineData("a.sql.gz")]
    [InlineData("a.sql.1.txt")]
    [InlineData("id_rsa")]
    [InlineData("ID_RSA.pub")]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Production.json")]
    [InlineData("web.config")]
    [InlineData("Dockerfile")]
    [InlineData("index.php")]
    [InlineData("index.php.txt")]
    [InlineData("Thumbs.db")]
    [InlineData("desktop.ini")]
    [InlineData("package.json")]
    [InlineData("credentials.json")]
    [InlineData("Credentials-old.csv")]
    [InlineData("my-Secret.txt")]
    [InlineData("secretary.jpg")]
    [InlineData("server.pem")]
    [InlineData("server.KEY")]
    [InlineData("server.key.zip")]
    [InlineData("db-dump-2024.zip")]
    [InlineData("backup.tar.gz")]
    [InlineData("backup-2024/site.png")]
    [InlineData("secrets/site.png")]
    [InlineData("credentials-prod/users.csv")]
    [InlineData("index.sqlite")]
    [InlineData("tool.sh")]
    [InlineData("a.unheard-of")]
    [InlineData("unheard-of")]
    public void Another_kind_or_a_name_that_speaks_of_secrets_is_refused(string path) => Assert.Equal(FileVerdict.Refused, Judge(path));

    [Theory]
    [InlineData("logs/a.log", nameof(FileVerdict.Public))]
    [InlineData("tools/a.py", nameof(FileVerdict.Public))]
    [InlineData("tools/deep/a.py", nameof(FileVerdict.Public))]
    [InlineData("other/a.py", nameof(FileVerdict.Refused))]
    [InlineData("secretary.jpg", nameof(FileVerdict.Public))]
    [InlineData("files/public.key", nameof(FileVerdict.Public))]
    [InlineData("files/private.key", nameof(FileVerdict.Refused))]
    [InlineData("tools/secret.py", nameof(FileVerdict.Refused))]
    [InlineData("a.md", nameof(FileVerdict.Private))]
    [InlineData("_posts/2024-05-06-a-post.md", nameof(FileVerdict.Private))]
    public void The_site_adds_kinds_and_names(string path, string verdict)
    {
        folder.With(
            "_config.yml", "feedapi:\n  public_files: [.log, 'tools/*.py', secretary.jpg, files/public.key, '*.md', .sql]\n");

        Assert.Equal(verdict, Judge(path).ToString());
    }

    [Theory]
    [InlineData(".htaccess", nameof(FileVerdict.Public))]
    [InlineData("_redirects", nameof(FileVerdict.Public))]
    [InlineData("_pages/a.png", nameof(FileVerdict.Public))]
    [InlineData("_pages/a.md", nameof(FileVerdict.Private))]
    [InlineData("secret-plan.txt", nameof(FileVerdict.Public))]
    [InlineData("_other/a.png", nameof(FileVerdict.Private))]
    public void What_include_names_is_public(string path, string verdict)
    {
        folder.With("_config.yml", "include: [.htaccess, _redirects, _pages, secret-plan.txt]\n");

        Assert.Equal(verdict, Judge(path).ToString());
    }

    [Theory]
    [InlineData("secret.txt", nameof(FileVerdict.Private))]
    [InlineData("private/a/b.png", nameof(FileVerdict.Private))]
    [InlineData("node_modules/x/y.js", nameof(FileVerdict.Private))]
    [InlineData("public/b.png", nameof(FileVerdict.Public))]
    public void What_the_site_excludes_is_private(string path, string verdict)
    {
        folder.With("_config.yml", "exclude: [secret.txt, private/]");

        Assert.Equal(verdict, Judge(path).ToString());
    }

    [Fact]
    public void Every_html_file_of_a_folder_without_posts_folder_is_a_post_and_so_is_its_copy()
    {
        using var plain = new ContentFolder().With("a-post.html", "<p>Body.</p>");
        var rules = new PublicFileRules(plain.Site(), new PostFiles(plain.Path));

        Assert.Equal(FileVerdict.Private, rules.Judge("a-post.html"));
        Assert.Equal(FileVerdict.Private, rules.Judge("a-post.html.gz"));
        Assert.Equal(FileVerdict.Private, rules.Judge("a-post.html.txt"));
    }

    [Fact]
    public void The_folder_of_a_bundle_may_be_called_after_secrets()
    {
        using var plain = new ContentFolder().With("backup/index.md", "---\ntitle: Backup\n---\nx\n");
        var rules = new PublicFileRules(plain.Site(), new PostFiles(plain.Site()));

        Assert.Equal(FileVerdict.Public, rules.Judge("backup/a.png"));
        Assert.Equal(FileVerdict.Refused, rules.Judge("backup/my-secret.png"));
    }

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("a.html", "text/html")]
    [InlineData("a.txt", "text/plain; charset=utf-8")]
    [InlineData("a.unheard-of", "application/octet-stream")]
    public void The_name_says_the_media_type(string path, string type) => Assert.Equal(type, ContentFiles.ContentTypeOf(path));

    private FileVerdict Judge(string path)
    {
        var site = folder.Site();
        return new PublicFileRules(site, new PostFiles(site)).Judge(path);
    }
}
