using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Searching;

/// <summary>Searches over HTTP, one after the other. Each is a new one, so that no document of it is kept yet.</summary>
internal sealed class SearchRequests
{
    private readonly SortedDictionary<int, int> answers = [];

    private SearchRequests()
    {
    }

    /// <summary>The times of the answers.</summary>
    public Times Times { get; } = new();

    /// <summary>How many searches had no result because they took too long, or failed.</summary>
    public int Failures => answers.Where(each => each.Key != 200).Sum(each => each.Value);

    /// <summary>Asks for so many searches.</summary>
    /// <param name="server">Whom.</param>
    /// <param name="count">How many.</param>
    /// <param name="next">Makes the words of the next one.</param>
    public static async Task<SearchRequests> RunAsync(ServerProcess server, int count, Func<string> next)
    {
        var requests = new SearchRequests();
        for (var i = 0; i < count; i++) await requests.AskAsync(server, next());
        return requests;
    }

    /// <inheritdoc/>
    public override string ToString() => $"clock {Times}; {string.Join(", ", answers.Select(each => $"{each.Value} x {each.Key}"))}";

    private async Task AskAsync(ServerProcess server, string words)
    {
        var status = 0;
        await Times.MeasureAsync(async () =>
        {
            using var response = await server.Client.GetAsync($"/api/v1/articles?limit=20&q={Uri.EscapeDataString(words)}");
            status = (int)response.StatusCode;
        });
        answers[status] = answers.GetValueOrDefault(status) + 1;
    }
}
