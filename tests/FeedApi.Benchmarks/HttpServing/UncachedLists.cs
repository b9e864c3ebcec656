using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>
/// Lists of the API of which no two are alike, as a crawler of odd queries asks for them: every request is for the articles until another
/// second, and nearly every answer has other articles. The sequence is the same for every server.
/// </summary>
/// <param name="folder">Where the script of wrk is written.</param>
/// <param name="posts">How many generated posts the site has.</param>
internal sealed class UncachedLists(string folder, int posts)
{
    // A little more than from one generated post to the next; a prime number.
    private const int StepSeconds = 31;

    /// <summary>Warms up and loads the server, each for so many seconds.</summary>
    public Load Measure(WebServer server, int seconds)
    {
        // So many steps come to as many different seconds before they repeat, as the number of seconds has no factor with the step.
        var all = Corpus.InstantOf(0) - Corpus.InstantOf(posts);
        var different = all - (all % StepSeconds) + 1;
        LoadPrograms.WrkScript(server, Write(0, different), seconds);
        return LoadPrograms.WrkScript(server, Write(different / 2, different), seconds);
    }

    private string Write(long first, long different)
    {
        var script = Path.Combine(folder, "uncached.lua");
        File.WriteAllText(script, $$"""
            local n = {{first}}
            wrk.headers["Accept-Encoding"] = "gzip"
            request = function()
              n = n + 1
              local second = {{Corpus.InstantOf(0)}} - n * {{StepSeconds}} % {{different}}
              return wrk.format("GET", "/api/v1/articles?to=" .. os.date("!%Y-%m-%dT%H:%M:%SZ", second))
            end
            """);
        return script;
    }
}
