using System.Diagnostics;
using System.Text.Json;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>What Jekyll itself makes of one post.</summary>
/// <param name="Path">Relative to the site.</param>
/// <param name="Url">The path of its page.</param>
/// <param name="Id">Jekyll's id: the path without extension.</param>
/// <param name="Title">As Jekyll has it, maybe with markup.</param>
/// <param name="Date">With the site's offset.</param>
/// <param name="Categories">Names in order.</param>
/// <param name="Tags">Names in order.</param>
/// <param name="Excerpt">HTML; null when the rendering failed before it.</param>
/// <param name="Html">The body.</param>
/// <param name="Failure">The first line of the error when Jekyll could not render the post; else null.</param>
/// <param name="Lang">Its <c>lang</c>; null when it has none.</param>
public sealed record JekyllPost(
    string Path,
    string Url,
    string Id,
    string Title,
    DateTimeOffset Date,
    string[] Categories,
    string[] Tags,
    string? Excerpt,
    string Html,
    string? Failure,
    string? Lang = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Runs Jekyll, which must be installed, over a site.</summary>
    /// <exception cref="InvalidOperationException">Jekyll failed; the message is what it printed.</exception>
    public static async Task<IReadOnlyDictionary<string, JekyllPost>> ReadAllAsync(string site)
    {
        var script = System.IO.Path.Combine(AppContext.BaseDirectory, "Fidelity", "jekyll_posts.rb");
        var start = new ProcessStartInfo("/usr/bin/ruby", [script, site]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Jekyll takes the time zone of the machine where a site names none; FeedApi takes UTC.
        start.Environment["TZ"] = "UTC";
        using var ruby = Process.Start(start)!;
        var errors = ruby.StandardError.ReadToEndAsync();
        var posts = new Dictionary<string, JekyllPost>(StringComparer.Ordinal);
        while (await ruby.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith('{')) continue;
            var post = JsonSerializer.Deserialize<JekyllPost>(line, Options)!;
            posts[post.Path] = post;
        }

        await ruby.WaitForExitAsync();
        return ruby.ExitCode == 0 ? posts : throw new InvalidOperationException(await errors);
    }
}
