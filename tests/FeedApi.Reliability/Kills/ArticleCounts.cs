using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Kills;

/// <summary>Compares the numbers that a server gives with those of the folder.</summary>
internal static class ArticleCounts
{
    /// <summary>The numbers that are wrong.</summary>
    /// <param name="client">Asks the server.</param>
    /// <param name="numbers">The posts in the folder.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(HttpClient client, IReadOnlyCollection<int> numbers)
    {
        List<string> faults = [];
        var found = await TotalAsync(client, "&q=begin");
        if (found != numbers.Count)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"search finds {found} of {numbers.Count} posts"));
        var total = await TotalAsync(client, "");
        if (total != numbers.Count)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"the list counts {total} of {numbers.Count} posts"));
        var expected = numbers.CountBy(SavedPost.CategoryOf).ToDictionary(StringComparer.Ordinal);
        foreach (var term in JsonNode.Parse(await client.GetStringAsync("/api/v1/categories"))!["data"]!.AsArray())
        {
            var (slug, count) = ((string)term!["slug"]!, (int)term["count"]!);
            if (expected.GetValueOrDefault(slug) != count)
            {
                faults.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{slug} counts {count} of {expected.GetValueOrDefault(slug)} posts"));
            }
        }

        return faults;
    }

    private static async Task<int> TotalAsync(HttpClient client, string query) =>
        (int)JsonNode.Parse(await client.GetStringAsync("/api/v1/articles?limit=1&include=total" + query))!["page"]!["total"]!;
}
