using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Site;

public sealed class SiteConfigReaderTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_key_is_read()
    {
        folder.With("_config.yml", """
            title: River News
            description: About rivers
            url: https://example.org/
            baseurl: /blog/
            timezone: Asia/Shanghai
            lang: zh_CN
            author: ann
            permalink: pretty
            future: true
            excerpt_separator: "<!--cut-->"
            plugins: [jekyll-feed]
            anything: {of: others}
            feedapi:
              split_categories: false
              category_names: {from: tags, strip_suffix: 新闻}
              trust: author
              public_url: https://feeds.example.org/x/
              guid_host: OLD.example.org
            """)
            .With("_data/categories.yml", "River Life:\n  name: Rivers\n  description: All\nlakes: Lakes")
            .With("_data/authors.yaml", "ann: {name: Ann}");

        var site = folder.Site(url: null);

        Assert.Equal(
            ("River News", "About rivers", "https://example.org", "/blog"), (site.Title, site.Description, site.Url, site.BaseUrl));
        Assert.Equal(
            ("Asia/Shanghai", "zh-CN", "pretty", "<!--cut-->"), (site.TimeZone.Id, site.Language, site.Permalink, site.ExcerptSeparator));
        Assert.Equal(new PostAuthor("Ann", "ann"), site.Author);
        Assert.True(site is { ShowsFuture: true, SplitsCategories: false, Trust: TrustLevel.Author, GuidStyle: GuidStyle.Jekyll });
        Assert.Equal(
            ("https://feeds.example.org/x", "old.example.org", "新闻"), (site.PublicUrl, site.GuidHost, site.CategoryNames!.StripSuffix));
        Assert.Equal(new CategoryEntry("River-Life", "Rivers", "All", null), site.Categories[Slug.KeyOf("river life")]);
        Assert.Equal("Lakes", site.Categories["lakes"].Name);
    }

    [Fact]
    public void Defaults_need_no_file()
    {
        var site = folder.Site(url: null, provisionalUrl: "http://localhost:5000");

        Assert.Equal(
            ("http://localhost:5000", "", "http://localhost:5000", "localhost"), (site.Url, site.BaseUrl, site.PublicUrl, site.GuidHost));
        Assert.Equal((Path.GetFileName(folder.Path), "en", TimeZoneInfo.Utc.Id), (site.Title, site.Language, site.TimeZone.Id));
        Assert.True(
            site is
            {
                GuidStyle: GuidStyle.Tag,
                SplitsCategories: true,
                Trust: TrustLevel.Untrusted,
                ExcerptSeparator: null,
                CategoryNames: null
            });
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("_config.yml", true)]
    [InlineData("_posts/2024-05-06-a.md", true)]
    public void A_config_or_a_posts_folder_makes_it_a_Jekyll_site(string file, bool isJekyll)
    {
        if (file.Length > 0) folder.With(file, "title: T");

        Assert.Equal(isJekyll, folder.Site().IsJekyll);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("auto", true)]
    public void The_site_may_say_whether_it_is_Jekylls(string value, bool isJekyll) =>
        Assert.Equal(isJekyll, folder.With("_config.yml", $"feedapi: {{jekyll: {value}}}").Site().IsJekyll);

    [Fact]
    public void The_override_replaces_url_and_baseurl()
    {
        folder.With("_config.yml", "url: https://example.org\nbaseurl: /old");

        var site = folder.Site("http://other.example:8080/new/");

        Assert.Equal(("http://other.example:8080", "/new", "http://other.example:8080/new"), (site.Url, site.BaseUrl, site.PublicUrl));
    }

    [Fact]
    public void Own_rights_go_before_the_copyright_of_the_site()
    {
        Assert.Equal("A", folder.With("_config.yml", "copyright: A").Site().Rights);
        Assert.Equal("B", folder.With("_config.yml", "copyright: A\nfeedapi: {rights: B}").Site().Rights);
    }

    [Fact]
    public void Guid_settings_go_before_the_plugin()
    {
        Assert.Equal(GuidStyle.Tag, folder.With("_config.yml", "plugins: [jekyll-feed]\nguid: tag").Site().GuidStyle);
        Assert.Equal(GuidStyle.Jekyll, folder.With("_config.yml", "guid: tag\nfeedapi: {guid: jekyll}").Site().GuidStyle);
    }

    [Theory]
    [InlineData("images/icon.png", "https://example.org/blog/images/icon.png")]
    [InlineData("/图.png", "https://example.org/blog/%E5%9B%BE.png")]
    [InlineData("http://cdn.example/a.png?b", "http://cdn.example/a.png?b")]
    [InlineData("//cdn.example/a.png", "https://cdn.example/a.png")]
    public void Icon_and_logo_of_jekyll_feed_are_absolute(string written, string absolute)
    {
        var site = folder.With("_config.yml", $"baseurl: /blog\nurl: https://example.org\nfeed: {{icon: '{written}', logo: '{written}'}}")
            .Site(url: null);

        Assert.Equal((absolute, absolute), (site.Icon, site.Logo));
    }

    [Fact]
    public void Settings_of_jekyll_feed_are_read()
    {
        var feeds = folder.With(
            "_config.yml",
            "feed: {path: news.xml, posts_limit: 7, excerpt_only: yes, tags: {only: [Two Words]}, collections: [changes]}").Site().Feeds;

        Assert.Equal(
            (true, "/news.xml", 7, true, "/feed/by_tag/"),
            (feeds.IsJekyll, feeds.Path, feeds.PostsLimit, feeds.IsExcerptOnly, feeds.Tags?.Path));
        Assert.True(feeds.Tags!.Includes("two-words") && !feeds.Tags.Includes("other"));
        Assert.Equal(
            (false, null, null), (folder.With("_config.yml", "feed:").Site().Feeds.IsJekyll, folder.Site().Icon, folder.Site().Feeds.Tags));
    }

    [Theory]
    [InlineData("url: example", "_config.yml:1: url is \"example\"; it must be an absolute http or https address")]
    [InlineData("url: https://example.org/?a", "url is")]
    [InlineData("url: https://example.org\nbaseurl: a b", "_config.yml:2: baseurl is \"a b\"; it must be empty or a path such as /blog")]
    [InlineData("timezone: Mars/Base", "timezone is \"Mars/Base\"; it must be an IANA name")]
    [InlineData("timezone: Asia/Shangai", "did you mean Asia/Shanghai?")]
    [InlineData("future: maybe", "future is \"maybe\"; it must be true or false")]
    [InlineData("lang: very bad", "lang is")]
    [InlineData("permalink: prety", "did you mean pretty?")]
    [InlineData("permalink: /:categores/:title", ":categores is unknown (did you mean categories?)")]
    [InlineData("feedapi:\n  splt_categories: no", "_config.yml:2: feedapi.splt_categories is not a setting")]
    [InlineData("feedapi:\n  splt_categories: no", "did you mean split_categories?")]
    [InlineData("feedapi:\n  trust: auther", "feedapi.trust is \"auther\"; it must be untrusted or author (did you mean author?)")]
    [InlineData("feedapi:\n  category_names: {from: titles}", "feedapi.category_names.from is \"titles\"; it must be tags")]
    [InlineData("feedapi: on", "feedapi is \"on\"; it must be a mapping")]
    [InlineData("feedapi: {public_url: /x}", "feedapi.public_url is")]
    [InlineData("feedapi: {guid_host: a b}", "feedapi.guid_host is")]
    [InlineData("feed:\n  posts_limit: many", "_config.yml:2: feed.posts_limit is \"many\"; it must be a number from 1 to 100")]
    [InlineData("feed: {excerpt_only: perhaps}", "feed.excerpt_only is \"perhaps\"; it must be true or false")]
    [InlineData("feed: {path: ../feed.xml}", "feed.path is \"../feed.xml\"; it must be a path such as /feed/news.xml")]
    [InlineData("feed: {path: /feed?a}", "feed.path is")]
    [InlineData("feed: {tags: {path: //a}}", "feed.tags.path is \"//a\"")]
    [InlineData("feed: {tags: {only: {a: b}}}", "feed.tags.only is a mapping; it must be a list of tags")]
    [InlineData("feed: {icon: 'data://x'}", "feed.icon is \"data://x\"; it must be an http or https address, or a path")]
    [InlineData(
        "feedapi:\n  feed_aliases:\n    old.xml: /feed.rss",
        "_config.yml:3: feedapi.feed_aliases: old.xml is not an address; it must be a path such as")]
    [InlineData("feedapi: {feed_aliases: {/a/../b: /feed.rss}}", "/a/../b is not an address")]
    [InlineData("feedapi: {feed_aliases: {/a: }}", "/a names no feed")]
    [InlineData("feedapi: {feed_aliases: {/a: /feed.rss, /A/: /feed.rss}}", "/A/ is given twice")]
    [InlineData("feedapi: {feed_aliases: [/a]}", "feedapi.feed_aliases is a list; it must be a mapping")]
    [InlineData("feedapi: {icon: 'data:image/png,x'}", "feedapi.icon is \"data:image/png,x\"; it must be a path such as /logo.png")]
    [InlineData("feedapi: {logo: [a]}", "feedapi.logo is a list; it must be a string")]
    [InlineData("guid: uuid", "guid is \"uuid\"; it must be tag or jekyll")]
    [InlineData("a: 1\nb: *x", "_config.yml:2:4: The alias *x has no anchor above it.")]
    [InlineData("a: [", "_config.yml:")]
    [InlineData("- a", "_config.yml:1: the file must be a mapping")]
    public void A_wrong_value_is_named_in_one_line(string config, string expected)
    {
        folder.With("_config.yml", config);

        var failure = Assert.Throws<SiteConfigException>(() => folder.Site(url: null, provisionalUrl: "http://localhost:5000"));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void A_site_without_an_address_does_not_start_outside_development()
    {
        var failure = Assert.Throws<SiteConfigException>(() => folder.Site(url: null));

        Assert.Contains("set url in _config.yml or Site:Url", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Site:Url", Assert.Throws<SiteConfigException>(() => folder.Site("ftp://x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_nobody_reads_does_not_change_the_fingerprint_of_a_site_without_templates()
    {
        const string Config = "title: A\nfeedapi:\n  jekyll: false\n";
        var first = folder.With("_config.yml", Config).Site().Fingerprint;
        Assert.Equal(first, folder.With("_config.yml", Config + "unknown: key").With("_data/a.yml", "a: b").Site().Fingerprint);
    }

    [Fact]
    public void The_fingerprint_changes_with_whatever_changes_an_article()
    {
        var first = folder.With("_config.yml", "title: A").Site().Fingerprint;

        Assert.Equal(first, folder.With("_config.yml", "# a note\ntitle: A").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_config.yml", "title: A\nshown: by templates").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_config.yml", "title: B").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_config.yml", "title: A\nfeed: {posts_limit: 5}").Site().Fingerprint);
        Assert.NotEqual(first, folder.With("_config.yml", "title: A").With("_data/categories.yml", "a: B").Site().Fingerprint);
    }
}
