using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>What Jekyll writes for a site with its plugins jekyll-feed and jekyll-redirect-from.</summary>
/// <param name="NormalizesKc">True for Addressable up to 2.8.1, which writes addresses in Unicode's form KC.</param>
/// <param name="Redirects">The pages of jekyll-redirect-from.</param>
/// <param name="Posts">The address of each post by its file.</param>
/// <param name="Files">Every file written, relative to the site's root.</param>
/// <param name="Feeds">The text of each XML file.</param>
public sealed record JekyllBuild(
    [property: JsonPropertyName("normalizes_kc")] bool NormalizesKc,
    JekyllRedirect[] Redirects,
    Dictionary<string, string> Posts,
    string[] Files,
    Dictionary<string, string> Feeds)
{
    private const string Gems = "/usr/share/rubygems-integration/all/specifications";

    /// <summary>Builds a site; the test is skipped where Jekyll or one of the plugins is not installed.</summary>
    public static async Task<JekyllBuild> OfAsync(string folder, params string[] plugins)
    {
        var isInstalled = File.Exists("/usr/bin/jekyll")
            && plugins.All(plugin => Directory.Exists(Gems) && Directory.EnumerateFiles(Gems, plugin + "-*.gemspec").Any());
        if (!isInstalled) Assert.Skip("Install jekyll, ruby-jekyll-feed and ruby-jekyll-redirect-from to compare with them.");
        var script = Path.Combine(AppContext.BaseDirectory, "Content", "Jekyll", "jekyll_site.rb");
        var start = new ProcessStartInfo("/usr/bin/ruby", [script, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["LC_ALL"], start.Environment["TZ"]) = ("C.UTF-8", "UTC");
        using var ruby = Process.Start(start)!;
        var errors = ruby.StandardError.ReadToEndAsync();
        var output = await ruby.StandardOutput.ReadToEndAsync();
        await ruby.WaitForExitAsync();
        Assert.True(ruby.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<JekyllBuild>(output[output.IndexOf('{', StringComparison.Ordinal)..], JsonSerializerOptions.Web)!;
    }
}

/// <summary>One redirecting page.</summary>
/// <param name="From">The path that it is at, as written.</param>
/// <param name="To">Where it leads.</param>
/// <param name="File">The file, with a leading slash.</param>
public sealed record JekyllRedirect(string From, string To, string File);
