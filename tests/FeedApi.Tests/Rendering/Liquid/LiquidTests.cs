using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

public sealed class LiquidTests
{
    [Fact]
    public void Markdown_is_read_after_liquid()
    {
        Assert.Equal("<p><strong>Spring tide</strong></p>", JekyllSite.RenderHtml("**{{ page.title }}**", PostFormat.Markdown).Html.Trim());
    }

    [Fact]
    public void Code_with_blank_lines_stays_in_one_block()
    {
        var (html, problems) = JekyllSite.RenderHtml(
            "a\n\n{% highlight ruby %}\ndef a\n\n    *b* <c>\n\nend\n{% endhighlight %}\n\nb", PostFormat.Markdown);
        Assert.Contains("<code class=\"language-ruby\">def a\n\n    *b* &lt;c&gt;\n\nend</code></pre>", html, StringComparison.Ordinal);
        Assert.Empty(problems);
    }

    [Fact]
    public void A_post_may_decline_liquid()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A");
        var post = folder.ReadPost("---\nrender_with_liquid: false\n---\n{{ page.title }}").Post!;
        Assert.Contains("{{ page.title }}", new ArticleRenderer(folder.Site()).Render(post).Article!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_not_jekylls_has_no_liquid()
    {
        using var folder = new ContentFolder().With("_config.yml", "feedapi:\n  jekyll: false");
        var post = folder.ReadPost("---\ntitle: A\n---\n{{ page.title }}").Post!;
        Assert.Contains("{{ page.title }}", new ArticleRenderer(folder.Site()).Render(post).Article!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_excerpt_is_rendered_too_and_its_faults_are_told_once()
    {
        using var folder = new ContentFolder().With("_config.yml", "excerpt_separator: END");
        var post = folder.ReadPost("---\ntitle: A\n---\n{{ page.title }} {% plugin %} END b").Post!;
        var rendering = new ArticleRenderer(folder.Site()).Render(post);
        Assert.Equal("A", rendering.Article!.Summary);
        Assert.Single(rendering.Problems);
    }

    [Fact]
    public void Now_is_when_the_post_was_last_changed()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A");
        var post = folder.ReadPost(
            "---\ndate: 2020-01-02\nlast_modified_at: 2021-03-04\n---\n{{ site.time | date: '%F' }} {{ 'now' | date: '%F' }}").Post!;
        Assert.Equal("<p>2021-03-04 2021-03-04</p>", new ArticleRenderer(folder.Site()).Render(post).Article!.Html.Trim());
    }

    [Fact]
    public void A_site_without_a_time_zone_shows_dates_in_utc()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A");
        var post = folder.ReadPost("---\ndate: 2020-01-02 03:04:05 +0800\n---\n{{ page.date | date_to_xmlschema }} {{ page.date }}").Post!;
        Assert.Equal(
            "<p>2020-01-01T19:04:05+00:00 2020-01-01 19:04:05 +0000</p>",
            new ArticleRenderer(folder.Site()).Render(post).Article!.Html.Trim());
    }

    [Fact]
    public void The_sites_address_is_the_one_that_counts()
    {
        using var folder = new ContentFolder().With("_config.yml", "url: https://old.example");
        var post = folder.ReadPost("---\ntitle: A\n---\n{{ site.url }}").Post!;
        Assert.Contains("https://example.org", new ArticleRenderer(folder.Site()).Render(post).Article!.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% comment %}{% if %}{{ }{% endcomment %}x", "x")]
    [InlineData("{%- raw -%} {{ a }} {%- endraw -%} z", " {{ a }} z")]
    [InlineData("{{ jekyll.environment }}", "production")]
    [InlineData("{{ page.custom.when }}{{ site.flag }}{{ site.since }}", "2021-05-06true2020-01-02")]
    [InlineData("{{ page.tags | sample }}{{ page.tags | sample: 2 | size }}", "sun2")]
    public void What_jekyll_refuses_or_leaves_to_chance(string template, string output) =>
        Assert.Equal(output, JekyllSite.Render(template).Text);

    [Fact]
    public void The_fingerprint_changes_with_data_and_includes()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A").With("_data/a/b.csv", "x\n1").With("_includes/a.html", "a");
        var first = folder.Site().Fingerprint;
        Assert.Equal(first, folder.With("_config.yml", "# note\ntitle: A").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_data/a/b.csv", "x\n2").Site().Fingerprint);
        Assert.Equal(first, folder.With("_data/a/b.csv", "x\n1").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_includes/a.html", "b").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_includes/a.html", "a").With("_includes/b.html", "").Site().Fingerprint);
    }

    [Fact]
    public void An_include_that_changes_is_read_again()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A").With("_includes/a.html", "one");
        var renderer = new ArticleRenderer(folder.Site());
        var post = folder.ReadPost("---\ntitle: A\n---\n{% include a.html %}").Post!;
        Assert.Contains("one", renderer.Render(post).Article!.Html, StringComparison.Ordinal);
        folder.With("_includes/a.html", "other");
        Assert.Contains("other", renderer.Render(post).Article!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_that_is_renamed_has_a_new_address_at_once()
    {
        using var folder = new ContentFolder().With("_config.yml", "permalink: /:title/")
            .With("_posts/2020-01-02-b.md", "---\ntitle: B\n---\nb");
        var renderer = new ArticleRenderer(folder.Site());
        var post = folder.ReadPost("---\ntitle: A\n---\n[b]({% post_url 2020-01-02-b %})").Post!;
        Assert.Contains("https://example.org/b/", renderer.Render(post).Article!.Html, StringComparison.Ordinal);
        folder.With("_posts/2020-01-02-b.md", "---\npermalink: /other/\n---\nb");
        Assert.Contains("https://example.org/other/", renderer.Render(post).Article!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_side_by_side_gives_what_rendering_alone_gives()
    {
        var templates = Enumerable.Range(0, 200).Select(
            i => $"{{% assign x = {i} %}}{{% include hello.html name=x %}}{{% post_url 2022-05-01-other %}}{{{{ "
                + $"site.data.people | size }}}}").ToArray();
        var alone = templates.Select(template => JekyllSite.Render(template).Text).ToArray();
        Assert.Equal(
            alone,
            templates.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(template => JekyllSite.Render(template).Text).ToArray());
    }
}
