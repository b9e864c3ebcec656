namespace FeedApi.Reliability.Seeds;

/// <summary>A mistake that can be made in any post of the site of <see cref="SeedsRun"/>.</summary>
/// <param name="Codes">The codes that <c>feedapi check</c> must tell, in alphabetical order, and no other.</param>
/// <param name="FrontMatter">Lines of front matter beside the usual ones; null: <paramref name="Body"/> is the whole file.</param>
/// <param name="Body">The text of the post. <c>N</c> in square brackets is the number of the post.</param>
/// <param name="Name">The name of the file; null for the usual one.</param>
internal sealed record Seed(string Codes, string? FrontMatter, string Body = "A text.", string? Name = null)
{
    private const string Number = "[N]";

    private static readonly string Paragraphs = string.Concat(Enumerable.Repeat(new string('w', 1_000) + "\n\n", 260));

    /// <summary>All mistakes.</summary>
    public static IReadOnlyList<Seed> All { get; } =
    [
        // Front matter.
        new("front-matter-unclosed", null, "---\ntitle: Cut [N]\ncateg"),
        new("front-matter-missing", null, "A text without anything.\n"),
        new("front-matter-repaired", "subtitle: \"a \"b\" c\""),
        new("front-matter-repaired", "subtitle: a: b"),
        new("duplicate-key", "tags: [a]\ntags: [b]"),
        new("misspelled-key", "permalnk: /x"),
        new("field-type", "tags: {a: b}"),
        new("yaml-tag", "note: !mine x"),
        new("front-matter-repaired", "note: *gone"),
        new("bad-slug", "permalink: /feed.rss"),
        new("bad-date", "updated: soon"),
        new("no-date", "date: soon", Name: "undated-[N].md"),
        new("date-without-offset", "updated: 2024-05-01 08:00:00"),
        new("doubtful-date", "updated: 11/05/2024 08:00 +0800"),
        new("forbidden-characters", "", "A bell \u0007 rings."),
        new("redirect-target", "redirect_to: \"javascript:void\""),
        new("incomplete-correction", "correction: {date: 2024-05-01}"),
        new("missing-enclosure", "enclosure: /sounds/gone-[N].mp3"),
        new("missing-image", "image: /pictures/gone-[N].png"),

        // Markdown and HTML.
        new("unknown-element", "", "The type List<Name> of C#."),
        new("embedded-content", "", "<iframe src=\"https://player.example/[N]\" title=\"A film\"></iframe>"),
        new("form-control", "", "<form><label>Day <select><option>Tuesday</option></select></label></form>"),
        new("image-address", "", "<img alt=\"A dot\">"),
        new("image-map", "", "<map name=\"m\"><area href=\"https://example.com/\" alt=\"There\" coords=\"0,0,9,9\" shape=\"rect\"></map>"),
        new("inline-svg", "", "<svg><title>A drawing</title><foreignObject>x</foreignObject></svg>"),
        new("data-image", "", "<img alt=\"A dot\" src=\"data:image/x-dots;base64,AAAA\">"),
        new("dangling-link", "", "See [below](#below-[N])."),
        new("unused-footnote", "", "A text.\n\n[^1]: Nobody asks.\n"),

        // Liquid.
        new("liquid-syntax", "", "{% if %}"),
        new("liquid-tag", "", "{% gallery %}"),
        new("liquid-filter", "", "{{ \"a\" | shout }}"),
        new("liquid-include", "", "{% include gone.html %}"),
        new("liquid-target", "", "It was in {% post_url 2020-01-01-gone %}."),

        // The rest of the site.
        new("dead-link", "", "See [there](/gone-[N].html)."),
        new("dead-anchor", "", "See [there](/good-0.html#gone-[N])."),
        new("dead-link missing-image", "", "![A picture](/pictures/gone-[N].png)"),
        new("redirect-shadowed", "redirect_from: /good-0.html"),
        new("ai-unlabelled", "categories: [Machine]"),
        new("oversized-item", "", Paragraphs),
    ];

    /// <summary>The name of the file.</summary>
    public string NameOf(int number) => Numbered(Name ?? "2024-03-01-seed-[N].md", number);

    /// <summary>The file.</summary>
    public string TextOf(int number)
    {
        if (FrontMatter is null) return Numbered(Body, number);
        var date = FrontMatter.StartsWith("date:", StringComparison.Ordinal) ? "" : "date: 2024-03-01 08:00:00 +0800\n";
        var category = FrontMatter.StartsWith("categories:", StringComparison.Ordinal) ? "" : "categories: [seeds]\n";
        return Numbered($"---\ntitle: Seed [N]\n{date}{category}{FrontMatter}\n---\n{Body}\n", number);
    }

    private static string Numbered(string text, int number) =>
        text.Replace(Number, FormattableString.Invariant($"{number}"), StringComparison.Ordinal);
}
