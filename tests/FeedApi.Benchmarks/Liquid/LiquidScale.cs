using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Commands;
using Microsoft.Extensions.Logging;

namespace FeedApi.Benchmarks.Liquid;

/// <summary>
/// Compares indexing a site in which every post uses Liquid with indexing the same site without: once it may take half as long again.
/// </summary>
public static class LiquidScale
{
    private const int Runs = 5;

    private const string Include =
        "<p class=\"note\"><b>{{ include.title | escape }}</b>{% if include.text %}: {{ include.text }}{% endif %}</p>\n";

    /// <summary>Measures; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(int posts)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-bench-").FullName;
        try
        {
            var (plain, liquid) = (Path.Combine(root, "plain"), Path.Combine(root, "liquid"));
            WriteSite(plain, posts, PlainPart);
            WriteSite(liquid, posts, LiquidPart);
            await IndexAsync(root, liquid);
            var (plainSeconds, liquidSeconds) = (new List<double>(), new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                plainSeconds.Add(await IndexAsync(root, plain));
                liquidSeconds.Add(await IndexAsync(root, liquid));
            }

            Print("without Liquid, s (median)", Median(plainSeconds));
            Print("with Liquid, s (median)", Median(liquidSeconds));
            Print("ratio", Median(liquidSeconds) / Median(plainSeconds));
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void WriteSite(string folder, int posts, Func<int, string> part)
    {
        var corpus = new Corpus();
        corpus.WriteTo(folder, 0);
        Directory.CreateDirectory(Path.Combine(folder, "_includes"));
        File.WriteAllText(Path.Combine(folder, "_includes", "note.html"), Include);
        for (var i = 0; i < posts; i++) File.WriteAllText(Path.Combine(folder, Corpus.PathOf(i)), corpus.TextOf(i) + part(i));
    }

    // What the other part renders to, more or less.
    private static string PlainPart(int number) => $"""

        [Before](/2026/{number}.html), [about](/about/), 1 Nov 2026

        <p class="note"><b>Note</b>: Tides rise</p>

        * {number}
        * observation
        """;

    private static string LiquidPart(int number) => $$$"""

        [Before]({% post_url {{{Path.GetFileNameWithoutExtension(Corpus.PathOf(Math.Max(0, number - 1)))}}} %}),
        [about]({{ "/about/" | relative_url }}), {{ page.date | date: "%-d %b %Y" }}

        {% include note.html title=page.title text="Tides rise" %}

        {% assign words = "{{{number}}},observation" | split: "," %}
        {% for word in words %}* {{ word | downcase }}{% unless forloop.last %}
        {% endunless %}{% endfor %}
        """;

    private static async Task<double> IndexAsync(string root, string content)
    {
        var data = Path.Combine(root, "data");
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var clock = Stopwatch.StartNew();
        await using var server = FeedServer.Create(
            ["--content", content, "--data", data, "--urls", "http://127.0.0.1:0"], builder => builder.Logging.ClearProviders());
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode) await Task.Delay(10);
        var seconds = clock.Elapsed.TotalSeconds;
        await server.StopAsync();
        return seconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(string what, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {value:0.###}"));
}
