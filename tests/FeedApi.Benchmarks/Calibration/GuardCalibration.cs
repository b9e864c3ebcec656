using System.Globalization;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;

namespace FeedApi.Benchmarks.Calibration;

/// <summary>
/// Measures what the costliest post takes that the guards of Markdown and HTML let pass, one kind of cost after the other. The limits in
/// <see cref="RenderingLimits"/> and the weights in the guards are right when no kind takes much longer than the others.
/// </summary>
internal static class GuardCalibration
{
    private const int Renderings = 5;
    private const int MaxCount = 400_000;

    private static readonly string[] Markdown =
    [
        "[a](b", "[a](b) ", "[", "![", "[a][", "*a _b ", "**a *", "`a", "{.a ", "a <!A", "www.a.b ", "http://a.b/((", "| a | b\n",
        "# a\n", "[^a]: b\n", "*[a]: b\n", "[a]: b\n", "a\n\n", "- a\n", "> a\n\n", "a\n: b\n\n", "&a ", "中", "<a@b.c> ",
    ];

    private static readonly string[] Html =
    [
        "<iframe></iframe>", "<iframe src=\"https://player.vimeo.com/video/1\"></iframe>", "<center>a</center>",
        "<input type=checkbox>", "</p>a", "<img src=a>", "<img>", "<script></script>", "<style></style>", "<font>a</font>",
        "<object></object>", "<embed>", "<form></form>", "<select></select>", "<textarea></textarea>", "<noscript></noscript>",
        "<template></template>", "<video></video>", "<svg></svg>", "<math></math>", "<x></x>", "<p>a</p>", "<b>",
        "<div>a</div>", "<table><tr><td>a</table>", "<h2 id=a>a</h2>", "a < ", "<!-- a -->", "<a href=b>a</a>",
        "<p style=\"color:red\">a</p>", "<button></button>", "<link>", "<meta>", "<frame>", "<title></title>",
        "a</b>",
    ];

    /// <summary>Prints a line for each kind: the largest count that passes, and the median time of rendering it.</summary>
    public static int Run(string filter)
    {
        foreach (var trust in Enum.GetValues<TrustLevel>())
        {
            var site = SiteOf(trust);
            foreach (var piece in Html.Where(piece => piece.Contains(filter, StringComparison.Ordinal)))
                Measure(site, piece, PostFormat.Html);
            if (trust is TrustLevel.Author) continue;
            foreach (var piece in Markdown.Where(piece => piece.Contains(filter, StringComparison.Ordinal)))
                Measure(site, piece, PostFormat.Markdown);
        }

        return 0;
    }

    private static void Measure(SiteConfig site, string piece, PostFormat format)
    {
        var renderer = new ArticleRenderer(site);
        var count = LargestThatPasses(renderer, piece, format);
        var times = Enumerable.Range(0, Renderings).Select(_ => MillisecondsOf(renderer, piece, count, format)).Order().ToArray();
        var text = piece.Replace("\n", "\\n", StringComparison.Ordinal);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{times[Renderings / 2],8:F1} ms {count,8} x {text} ({format}, {site.Trust})"));
    }

    // To within two per cent: the guards refuse whatever is larger before a library sees it.
    private static int LargestThatPasses(ArticleRenderer renderer, string piece, PostFormat format)
    {
        var most = Math.Min(MaxCount, RenderingLimits.BodyChars / piece.Length);
        var passes = 32;
        while (passes < most && Passes(renderer, piece, passes * 2, format)) passes *= 2;
        var fails = Math.Min(passes * 2, most + 1);
        while (fails - passes > Math.Max(1, passes / 50))
        {
            var middle = (passes + fails) / 2;
            if (Passes(renderer, piece, middle, format)) passes = middle;
            else fails = middle;
        }

        return passes;
    }

    private static bool Passes(ArticleRenderer renderer, string piece, int count, PostFormat format) =>
        renderer.Render(PostOf(piece, count, format)).Problems.All(problem => problem.Severity is not ProblemSeverity.Error);

    private static double MillisecondsOf(ArticleRenderer renderer, string piece, int count, PostFormat format)
    {
        var post = PostOf(piece, count, format);
        var before = Environment.CpuUsage.TotalTime;
        renderer.Render(post);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static SiteConfig SiteOf(TrustLevel trust) => new()
    {
        ContentFolder = Path.GetTempPath(),
        Title = "Tides",
        Description = "",
        Url = "https://example.org",
        PublicUrl = "https://example.org",
        TimeZone = TimeZoneInfo.Utc,
        GuidHost = "example.org",
        Fingerprint = "",
        Trust = trust,
    };

    private static Post PostOf(string piece, int count, PostFormat format) => new()
    {
        Path = "_posts/2022-04-19-spring-tide.md",
        NameId = "2022-04-19-spring-tide",
        Slug = "spring-tide",
        Format = format,
        Title = "Spring tide",
        Published = new DateTimeOffset(2022, 4, 19, 10, 24, 35, TimeSpan.FromHours(8)),
        FileDate = new DateOnly(2022, 4, 19),
        Body = string.Concat(Enumerable.Repeat(piece, count)),
        BodyLine = 1,
    };
}
