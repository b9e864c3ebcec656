using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>A site of posts with redirects, as Jekyll builds it and as the server answers. Started once for a class of tests.</summary>
public sealed class JekyllRedirectSite : IAsyncLifetime
{
    public const string Config = "title: T\nurl: https://example.org\nplugins: [jekyll-redirect-from]\n";

    private JekyllBuild? build;

    /// <summary>Values of <c>redirect_from</c>.</summary>
    public static readonly string[] From =
    [
        "/old/a", "[/old/b/, /old/c.html, old/d]", "/%E6%97%A7/e", "/旧/f.html", "/old/g.htm", "/old/h.php", "\"/old/x y\"",
        "/old/i//j", "/old/k.HTML", "[~, /old/l]", "/a.b", "/old/p/index.html", "/100%25", "/old/.dot", "/r/:title", "\"/a+b\"",
        "\"/old/%2Fz\"", "/潮汐/表/", "[/two, /two/]", "\"/it's/(here)!\"", "/%e6%bd%ae", "/Capital/Letters", "/old/m.txt", "/1999/12/31",
    ];

    /// <summary>Values of <c>redirect_to</c> that both follow.</summary>
    public static readonly string[] To =
    [
        "https://other.example/new", "[https://other.example/l, https://second.example/]", "/rel/", "rel2", "HTTP://Other.example/Caps",
        "[~, https://other.example/second]", "\"https://other.example/新?q=a b#f\"", "/旧 x/", "\"?a=b\"", "\"#frag\"", "../up",
        "http://plain.example:8080", "https://例子.example/a", "/a/../b", "\"/100%\"", "/x?y=1&z=2",
    ];

    /// <summary>Values of <c>redirect_to</c> with which Jekyll redirects nowhere.</summary>
    public static readonly string[] Nowhere = ["false", "[]", "~"];

    /// <summary>Values of <c>redirect_to</c> that only Jekyll follows, or at which it stops.</summary>
    public static readonly string[] Refused =
    [
        "//other.example/x", "\"javascript:alert(1)\"", "mailto:a@b.example", "ftp://f.example/x", "\"data:text/html,x\"",
        "https:///other.example", "https://user:secret@other.example/", "\"/\\\\other.example\"",
        "\"https://good.example\\\\@other.example\"",
        "\"https://\"",
    ];

    /// <summary>The server over all of these posts.</summary>
    public TestSite Site { get; } = new();

    /// <summary>The address of a post.</summary>
    public static string AddressOf(string kind, int number) => $"/2015/02/01/{NameOf(kind, number)}.html";

    public async ValueTask InitializeAsync()
    {
        Site.Content.WithExactly("_config.yml", Config);
        Add("f", "redirect_from", From);
        Add("t", "redirect_to", To);
        Add("n", "redirect_to", Nowhere);
        using var theirs = new ContentFolder();
        foreach (var file in Directory.EnumerateFiles(Site.Content.Path, "*", SearchOption.AllDirectories))
            theirs.With(Path.GetRelativePath(Site.Content.Path, file), await File.ReadAllBytesAsync(file));
        if (File.Exists("/usr/bin/jekyll")) build = await JekyllBuild.OfAsync(theirs.Path, "jekyll-redirect-from");
        Add("r", "redirect_to", Refused);
        Site.Content.WithExactly("_posts/2015-02-01-self.md", "---\nredirect_to: /2015/02/01/self.html\n---\nText.\n");
        await Site.StartAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>Jekyll's build; the test is skipped without it.</summary>
    public JekyllBuild Build()
    {
        if (build is null) Assert.Skip(JekyllSiteExtensions.Missing);
        return build;
    }

    private void Add(string kind, string key, string[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Site.Content.WithExactly(
                $"_posts/2015-02-01-{NameOf(kind, i)}.md", $"---\ntitle: {NameOf(kind, i)}\n{key}: {values[i]}\n---\nText of {kind}{i}.\n");
        }
    }

    private static string NameOf(string kind, int number) => $"{kind}{number:00}";
}
