using FeedApi.Tests.Content;

namespace FeedApi.Tests.Pages.Files;

/// <summary>One way in which a post is hidden.</summary>
/// <param name="Name">Names the post.</param>
/// <param name="Claim">The line of front matter that hides it; null for a draft in a folder of drafts.</param>
/// <param name="IsFault">True for a post with a fault, whose last good version stays when there is one.</param>
internal sealed record HiddenKind(string Name, string? Claim, bool IsFault = false);

/// <summary>A layout of a site with a post of every hidden kind, and the files that are hidden with them.</summary>
/// <param name="Name">The generator.</param>
/// <param name="Kinds">The kinds that it has.</param>
/// <param name="Fill">Writes what is not of one post.</param>
/// <param name="PostOf">The path of the post of a kind, hidden and shown.</param>
/// <param name="FilesOf">The files of a kind, by path, with their addresses.</param>
internal sealed record HiddenLayout(
    string Name,
    IReadOnlyList<HiddenKind> Kinds,
    Action<ContentFolder> Fill,
    Func<HiddenKind, bool, string> PostOf,
    Func<HiddenKind, IReadOnlyList<(string Path, string Address)>> FilesOf)
{
    private const string Title = "title: Kept\ndate: 2024-01-02\n";

    private static readonly HiddenKind[] Usual =
    [
        new("draft", "draft: true"), new("unpublished", "published: false"), new("later", "date: 2999-01-01"),
        new("expired", "expiryDate: 2020-01-01"), new("doubtful", "published: perhaps", IsFault: true), new("gone", "withdrawn: true"),
        new("broken", "tags: {{[ \"\n  - ' : }", IsFault: true),
    ];

    /// <summary>All layouts.</summary>
    public static IReadOnlyList<HiddenLayout> All { get; } = [Jekyll(), Hugo(), Zola(), Plain()];

    /// <summary>Writes a post, hidden or shown.</summary>
    public void Write(ContentFolder content, HiddenKind kind, bool isShown)
    {
        var former = content.Full(PostOf(kind, !isShown));
        content.With(PostOf(kind, isShown), TextOf(kind, isShown));
        if (PostOf(kind, true) != PostOf(kind, false)) File.Delete(former);
    }

    // Links in the front matter, also under a key that only templates know, in Markdown, HTML and templates.
    private string TextOf(HiddenKind kind, bool isShown)
    {
        var links = LinksOf(kind);
        var claim = isShown || kind.Claim is null ? "" : kind.Claim + "\n";
        var date = claim.StartsWith("date", StringComparison.Ordinal) ? "title: Kept\n" : Title;
        return $"---\n{date}{claim}image: {links[0]}\nheader:\n  teaser: \"{links[1]}\"\n---\n"
            + $"![x](<{links[2]}>) <a href='{links[3]}?v=1'>x</a> [x]({links[4]} \"t\")\n";
    }

    private string[] LinksOf(HiddenKind kind) =>
        [.. FilesOf(kind).Select(file => file.Address).Where(address => !address.EndsWith(".gz", StringComparison.Ordinal)).Take(5)];

    private static (string, string)[] Shared(string folder, string address, string name) =>
    [
        ($"{folder}/{name}-1.png", $"{address}/{name}-1.png"), ($"{folder}/{name}-2.jpg", $"{address}/{name}-2.jpg"),
        ($"{folder}/{name} 3.png", $"{address}/{name} 3.png"), ($"{folder}/{name}-4.pdf", $"{address}/{name}-4.pdf"),
        ($"{folder}/{name}-5.MP3", $"{address}/{name}-5.MP3"), ($"{folder}/{name}-1.png.gz", $"{address}/{name}-1.png.gz"),
    ];

    private static HiddenLayout Jekyll() => new(
        "Jekyll",
        [.. Usual, new("shelved", null)],
        content => content.With("_config.yml", "title: T\nfeedapi:\n  jekyll: true\n")
            .With("about.md", "---\n---\n![x](/assets/page.png)\n"),
        (kind, isShown) => kind.Claim is null && !isShown ? $"_drafts/{kind.Name}.md" : $"_posts/2024-01-02-{kind.Name}.md",
        kind => Shared("assets/img", "/assets/img", kind.Name));

    private static HiddenLayout Hugo() => new(
        "Hugo",
        Usual,
        content => content.With("hugo.toml", "baseURL = 'https://example.org/'\n")
            .With("content/dark/_index.md", "---\ntitle: Dark\ndraft: true\n---\n")
            .With("content/dark/leaf/index.md", "---\ntitle: Leaf\ndate: 2024-01-01\n---\nx\n"),
        (kind, _) => $"content/posts/{kind.Name}/index.md",
        kind =>
        [
            .. Shared("static/img", "/img", kind.Name), ($"content/posts/{kind.Name}/own.png", $"/posts/{kind.Name}/own.png"),
            ($"content/posts/{kind.Name}/deep/er/own.pdf", $"/posts/{kind.Name}/deep/er/own.pdf"),
        ]);

    private static HiddenLayout Zola() => new(
        "Zola",
        [.. Usual.Where(kind => kind.Name is not ("later" or "unpublished"))],
        content => content.With("config.toml", "base_url = 'https://example.org'\n")
            .With("content/dark/_index.md", "+++\ntitle = 'Dark'\ndraft = true\n+++\n")
            .With("content/dark/leaf/index.md", "---\ntitle: Leaf\ndate: 2024-01-01\n---\nx\n"),
        (kind, _) => $"content/posts/{kind.Name}/index.md",
        kind =>
        [
            .. Shared("static/img", "/img", kind.Name), ($"content/posts/{kind.Name}/own.png", $"/posts/{kind.Name}/own.png"),
            ($"content/posts/{kind.Name}/deep/own.pdf", $"/posts/{kind.Name}/deep/own.pdf"),
        ]);

    private static HiddenLayout Plain() => new(
        "plain",
        Usual,
        content => content.With("style/a.css", "p {}"),
        (kind, _) => $"{kind.Name}/index.md",
        kind =>
        [
            .. Shared("media", "/media", kind.Name), ($"{kind.Name}/own.png", $"/{kind.Name}/own.png"),
            ($"{kind.Name}/deep/own.pdf", $"/{kind.Name}/deep/own.pdf"),
        ]);
}
