using System.Diagnostics;
using FeedApi.Content;

namespace FeedApi.Benchmarks.Fidelity.Hugo;

/// <summary>Runs Hugo, which must be installed, on a copy of a site.</summary>
internal static class HugoOracle
{
    private const int MaxRuns = 60;

    /// <summary>What Hugo makes of the regular pages of every language.</summary>
    /// <exception cref="InvalidOperationException">Hugo failed; the message is what it printed.</exception>
    public static async Task<ExpectedSite> RunAsync(string site)
    {
        using var copy = new HugoCopy(site);
        List<string> notes = [];
        for (var run = 1; await FailureAsync(copy.Folder) is { } messages; run++)
        {
            if (run == MaxRuns || !HugoRepair.Apply(copy, messages, notes)) throw new InvalidOperationException(messages);
        }

        return new ExpectedSite("Hugo", PostsOf(copy, site), notes) { Refused = [.. copy.Refused] };
    }

    private static async Task<string?> FailureAsync(string folder)
    {
        var start = new ProcessStartInfo("hugo", ["--source", folder, "--destination", Path.Combine(folder, "public")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HUGO_ENABLEGITINFO"] = "false";
        // They change addresses in whatever is written, even where it is text.
        start.Environment["HUGO_CANONIFYURLS"] = "false";
        start.Environment["HUGO_RELATIVEURLS"] = "false";
        // Hugo takes the time zone of the machine where a site names none; FeedApi takes UTC.
        start.Environment["TZ"] = "UTC";
        using var hugo = Process.Start(start)!;
        var errors = hugo.StandardError.ReadToEndAsync();
        var output = await hugo.StandardOutput.ReadToEndAsync();
        await hugo.WaitForExitAsync();
        return hugo.ExitCode == 0 ? null : await errors + output;
    }

    // The home page of each language has those of the language.
    private static Dictionary<string, ExpectedPost> PostsOf(HugoCopy copy, string site)
    {
        var read = SiteReader.Read(site, null, provisionalUrl: "http://localhost:5000");
        var taxonomies = read.Hugo?.Taxonomies ?? new Dictionary<string, string>();
        var posts = new Dictionary<string, ExpectedPost>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(copy.Folder, "public"), "index.html", SearchOption.AllDirectories))
        {
            foreach (var page in File.ReadLines(file).Select(HugoPage.Read).OfType<HugoPage>())
            {
                var path = Path.GetRelativePath(copy.Folder, page.Path).Replace('\\', '/');
                posts[path] = page.AsPost(path, taxonomies, isWhole: !copy.UsesStub(page.Path));
            }
        }

        return posts;
    }
}
