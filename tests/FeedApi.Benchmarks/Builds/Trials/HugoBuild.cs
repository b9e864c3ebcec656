using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>A full build by Hugo of the same posts: a feed with the whole text for each category, and nothing else.</summary>
/// <remarks>Needs the programs hugo and time.</remarks>
internal static class HugoBuild
{
    /// <summary>Measures one build, and checks that it has written the feeds.</summary>
    /// <returns>The figures of <see cref="ColdTrial"/> that Hugo has.</returns>
    /// <exception cref="InvalidOperationException">Hugo failed, or has not written a feed for each category.</exception>
    public static async Task<IReadOnlyDictionary<string, double>> MeasureAsync(GeneratedSite site)
    {
        var folder = Path.Combine(site.Folder, "hugo");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        WriteSettings(folder);
        site.ReadAll();
        var (output, times) = (Path.Combine(folder, "public"), Path.Combine(folder, "times"));
        await RunAsync("time", "--format=%e %U %S %M", "--output=" + times, "hugo", "--quiet", "--source", folder, "--destination", output);
        CheckFeeds(output, site.Posts);
        var measured = Parse(await File.ReadAllTextAsync(times));
        Directory.Delete(folder, recursive: true);
        return measured;
    }

    private static void WriteSettings(string folder)
    {
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        var settings = Path.Combine(AppContext.BaseDirectory, "Builds", "Hugo");
        File.Copy(Path.Combine(settings, "config.toml"), Path.Combine(folder, "config.toml"));
        File.Copy(Path.Combine(settings, "rss.xml"), Path.Combine(layouts, "rss.xml"));
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("Hugo failed: " + output);
    }

    private static void CheckFeeds(string output, int posts)
    {
        var feeds = Directory.EnumerateFiles(output, "feed.xml", SearchOption.AllDirectories).Count();
        var categories = Enumerable.Range(0, posts).Select(Corpus.CategoryOf).Distinct().Count();
        if (feeds != categories) throw new InvalidOperationException($"Hugo has written {feeds} feeds of {categories} categories.");
    }

    // Seconds by the clock, of the program and of the kernel; KB.
    private static Dictionary<string, double> Parse(string times)
    {
        double[] numbers = [.. times.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new Dictionary<string, double>
        {
            [ColdTrial.Ready] = numbers[0],
            [ColdTrial.Processor] = numbers[1] + numbers[2],
            [ColdTrial.Peak] = numbers[3] / 1024,
        };
    }
}
