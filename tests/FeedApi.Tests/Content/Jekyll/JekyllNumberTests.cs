using FeedApi.Benchmarks.Fidelity;
using FeedApi.Content.Jekyll;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>Categories that YAML takes for numbers and truth values: Jekyll's address of the post leads to ours.</summary>
public sealed class JekyllNumberTests(JekyllNumberTests.Comparison comparison) : IClassFixture<JekyllNumberTests.Comparison>
{
    private static readonly string[] Values =
    [
        "categories: [002415]", "categories: [0x1F, 0b11, 1_000, \"1,000\"]", "categories: [1,000]", "categories: [1e3, 1.50, 1.0]",
        "categories: [12:30:45]", "categories: [+5, -7]", "categories: [2024-01-02]", "categories: [0o17, 089, 08]", "category: 002415",
        "categories:\n  - 000001\n  - 600519", "categories: [1:30, 190:20:30.15]", "categories: [.5, 5., .inf, .NaN, -.INF]",
        "categories: [yes, No, on, y, TRUE]", "categories: [1_000.5, 1e-7, 1.0e+20, 123456789012345678901234567890]",
        "categories: [0.10, 00.5]", "categories: [685_230.15e+03, 0b1010_0111]", "categories: [0_7, 0_8, 1__0, 1_]",
        "categories: [1.2.3, 3.0.0]", "categories: [09, 0.9]", "categories: [\"007\", '08']", "category: [[01, 02], 010]",
        "categories: [-0, -010, +010]", "categories: [1e5, 12e03, 1.e5, 1e+5]", "categories: [0.0001, 0.00001, 1000000000000000.5]",
        "categories: [12345678901234567.0, 100000000000000000000.0]", "categories: [0777, 0888]", "categories: [600519, 000858, 300750]",
        "category: [0x_F, 1:60, 1:59]", "categories: [+.5, -.5, -0.0]", "categories: [新闻, 007]", "categories: [Off, 0]", "category: 1.10",
        "categories: [007, 7]", "category: 0x1F", "categories: [-1.5e-05, 1.5e+15, 1.5e+16]",
    ];

    public static TheoryData<string> Categories => [.. Values];

    [Theory]
    [MemberData(nameof(Categories))]
    public void The_address_that_Jekyll_gives_leads_to_the_post(string written)
    {
        var (theirs, ours) = comparison.Of(Array.IndexOf(Values, written));

        Assert.Contains(Uri.UnescapeDataString(theirs.Url), ours.Redirects.Append(ours.Path));
    }

    [Fact]
    public void A_category_keeps_its_name_and_the_address_that_it_had()
    {
        var (_, ours) = comparison.Of(0);

        Assert.Equal(["002415"], ours.Categories.Select(category => category.Name));
        Assert.Equal("/002415/2015/03/01/n00.html", ours.Path);
        Assert.Equal(["/1293/2015/03/01/n00.html"], ours.Redirects);
    }

    [Theory]
    [InlineData("news")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("0x")]
    [InlineData("1-2")]
    [InlineData("")]
    public void What_is_no_number_stays_as_written(string plain) => Assert.Same(plain, PsychScalar.TextOf(plain));

    public sealed class Comparison : IAsyncLifetime
    {
        private readonly ContentFolder folder = new();
        private IReadOnlyDictionary<string, JekyllPost>? theirs;
        private IReadOnlyDictionary<string, Article> ours = new Dictionary<string, Article>();

        public async ValueTask InitializeAsync()
        {
            folder.WithExactly("_config.yml", "title: Numbers\n");
            for (var i = 0; i < Values.Length; i++) folder.WithExactly(PathOf(i), $"---\n{Values[i]}\n---\nText.\n");
            if (File.Exists("/usr/bin/jekyll")) theirs = await JekyllPost.ReadAllAsync(folder.Path);
            ours = OurPosts.Read(folder.Path).Articles;
        }

        internal (JekyllPost Theirs, Article Ours) Of(int number)
        {
            if (theirs is null) Assert.Skip(JekyllSiteExtensions.Missing);
            return (theirs[PathOf(number)], ours[PathOf(number)]);
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }

        private static string PathOf(int number) => $"_posts/2015-03-01-n{number:00}.md";
    }
}
