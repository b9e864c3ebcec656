using System.Globalization;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Telemetry;

/// <summary>Metrics as Prometheus would have them.</summary>
internal static class MetricsReading
{
    /// <summary>Every series with its value.</summary>
    public static async Task<Dictionary<string, double>> MetricsAsync(this TestSite site)
    {
        var text = await site.Management.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .ToDictionary(
                line => line[..line.LastIndexOf(' ')],
                line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture),
                StringComparer.Ordinal);
    }

    /// <summary>Waits until so many answers are counted, health aside: a client has its answer a moment earlier.</summary>
    public static Task UntilCountedAsync(this TestSite site, int answers) =>
        TestSite.UntilAsync(
            async () => (await site.MetricsAsync()).Where(IsPublic).Sum(series => series.Value) >= answers,
            $"{answers} answers are counted");

    private static bool IsPublic(KeyValuePair<string, double> series) =>
        series.Key.StartsWith("feedapi_http_requests_total{", StringComparison.Ordinal)
        && !series.Key.Contains("\"health\"", StringComparison.Ordinal) && !series.Key.Contains("\"management\"", StringComparison.Ordinal);
}
