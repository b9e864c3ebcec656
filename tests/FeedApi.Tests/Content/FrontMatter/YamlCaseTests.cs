using FeedApi.Benchmarks.Fidelity;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

/// <summary>YAML as Jekyll and Hugo read it: tags, anchors, merges, quotes, lists over several lines.</summary>
public sealed class YamlCaseTests(YamlCaseTests.Sites sites) : IClassFixture<YamlCaseTests.Sites>
{
    // Jekyll merges a key in quotes, which YAML and Hugo do not.
    private const string NotInHugo = "A merge key in quotes";

    public static TheoryData<string> Rules => YamlCase.Rules;

    public static TheoryData<string> HugoRules => [.. YamlCase.All
        .Where(each => each.Hugo is not null && each.Rule != NotInHugo).Select(each => each.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_post_of_a_Jekyll_site_is_read_as_Jekyll_reads_it(string rule)
    {
        var expected = YamlCase.Of(rule);
        var article = sites.Jekyll.GetValueOrDefault(expected.JekyllPath);

        Assert.NotNull(article);
        Assert.Equal(HtmlText.Of(sites.Titles.Of(expected.Title)), HtmlText.Of(article.Title));
        Assert.Equal(expected.Date.UtcDateTime, article.Published.UtcDateTime);
        Assert.Equal(expected.Categories.Distinct(), article.Categories.Select(term => term.Name));
        Assert.Equal(expected.Tags.Distinct(), article.Tags.Select(term => term.Name));
        Assert.Equal(Uri.UnescapeDataString(expected.Url), Uri.UnescapeDataString(article.Path));
    }

    [Theory]
    [MemberData(nameof(HugoRules))]
    public void A_post_of_a_Hugo_site_is_read_as_Hugo_reads_it(string rule)
    {
        var (expected, index) = (YamlCase.Of(rule), YamlCase.Rules.ToList().FindIndex(row => row.Data == rule));
        var post = sites.Hugo[index];

        Assert.NotNull(post);
        Assert.Equal(expected.Hugo!.Title is { Length: > 0 } title ? OneLine(title) : "A Post", post.Title);
        Assert.Equal(
            (expected.Hugo.Tags ?? []).SelectMany(Flat).Distinct(), post.Tags);
    }

    [Fact]
    public async Task What_is_recorded_is_what_Jekyll_says()
    {
        if (!File.Exists("/usr/bin/jekyll")) Assert.Skip("Install jekyll to compare with it.");
        using var folder = Sites.JekyllFolder();
        var posts = await JekyllPost.ReadAllAsync(folder.Path);

        foreach (var each in YamlCase.All)
        {
            var post = posts[each.JekyllPath];
            Assert.Equal((each.Rule, each.Title, each.Date, each.Url), (each.Rule, post.Title, post.Date, post.Url));
            Assert.Equal([each.Rule, .. each.Categories, .. each.Tags], [each.Rule, .. post.Categories, .. post.Tags]);
        }
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Flat(System.Text.Json.JsonElement tag) =>
        tag.ValueKind == System.Text.Json.JsonValueKind.Array ? tag.EnumerateArray().SelectMany(Flat) : [tag.ToString()];

    /// <summary>All cases as one Jekyll site, and as one Hugo site.</summary>
    public sealed class Sites
    {
        public Sites()
        {
            using var jekyll = JekyllFolder();
            Jekyll = OurPosts.Read(jekyll.Path).Articles;
            Titles = new JekyllTitle(jekyll.Site());
            using var hugo = new ContentFolder();
            hugo.WithExactly("hugo.toml", "baseURL = 'https://example.org/'\n");
            var reader = new PostReader(hugo.Site());
            Hugo = [.. YamlCase.All.Select((each, index) =>
            {
                var path = $"content/posts/p{index}/2015-01-01-a-post.md";
                hugo.WithExactly(path, each.Text);
                return reader.Read(new PostFile(path, 0, 0), CancellationToken.None).Post;
            })];
        }

        internal IReadOnlyDictionary<string, Article> Jekyll { get; }

        internal JekyllTitle Titles { get; }

        internal IReadOnlyList<Post?> Hugo { get; }

        internal static ContentFolder JekyllFolder()
        {
            var folder = new ContentFolder();
            folder.WithExactly("_config.yml", "title: Yaml\ntimezone: UTC\n");
            foreach (var each in YamlCase.All) folder.WithExactly(each.JekyllPath, each.Text);
            return folder;
        }
    }
}
