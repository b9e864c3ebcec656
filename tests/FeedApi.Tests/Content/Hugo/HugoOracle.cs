using System.Diagnostics;
using System.Xml.Linq;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>What the installed Hugo makes of a fixture.</summary>
internal sealed class HugoOracle
{
    private const string Program = "/usr/bin/hugo";
    private const string Mark = "POST ";

    private readonly Dictionary<string, string> files;

    private HugoOracle(Dictionary<string, string> files) => this.files = files;

    /// <summary>The addresses of all posts.</summary>
    public IReadOnlyList<string> Posts =>
        [.. files.Values.Where(text => text.StartsWith(Mark, StringComparison.Ordinal)).Select(text => text[Mark.Length..].Trim())];

    /// <summary>Builds the site; null where Hugo is not installed.</summary>
    public static async Task<HugoOracle?> RunAsync(HugoFixture fixture)
    {
        if (!File.Exists(Program)) return null;
        using var folder = new ContentFolder();
        fixture.Write(folder);
        folder.WithExactly("layouts/_default/single.html", Mark + "{{ .Permalink | safeHTML }}")
            .WithExactly("layouts/_default/list.html", "LIST");
        var start = new ProcessStartInfo(Program, ["--quiet", "--source", folder.Path]) { RedirectStandardError = true };
        using var run = Process.Start(start)!;
        var errors = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{fixture.Name}: {errors}");
        var made = folder.Full("public");
        return new HugoOracle(Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories)
            .ToDictionary(file => "/" + Path.GetRelativePath(made, file), File.ReadAllText));
    }

    /// <summary>The addresses in a feed; of a host of its own the feed is below the language's folder.</summary>
    public IEnumerable<string> ItemsOf(string path) =>
        XDocument.Parse(files.GetValueOrDefault(path) ?? files["/en" + path]).Descendants("item")
            .Select(item => Uri.UnescapeDataString(item.Element("link")!.Value));
}
