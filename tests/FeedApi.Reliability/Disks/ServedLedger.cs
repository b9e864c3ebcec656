using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Disks;

/// <summary>Compares what a server shows with the ledger.</summary>
internal static partial class ServedLedger
{
    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Addresses of every kind of document.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/categories/c1/feed.atom", "/", "/api/v1/articles?limit=5",
        "/api/v1/categories", "/api/v1/articles?q=begin&limit=2", "/files/note.txt",
    ];

    /// <summary>
    /// What is wrong with one answer: a status that is not documented for the fault, or a feed that is not well-formed; null when nothing
    /// is.
    /// </summary>
    public static async Task<string?> FaultAtAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        if (await BodyOfAsync(response, mayBeCut: address.StartsWith("/files/", StringComparison.Ordinal)) is not { } body) return null;
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            return body.Contains("\"code\"", StringComparison.Ordinal) ? null : $"{address}: 503 without a code";
        if (!response.IsSuccessStatusCode)
            return string.Create(CultureInfo.InvariantCulture, $"{address}: {(int)response.StatusCode} {body.ReplaceLineEndings(" ")}");
        if (Tombstone().IsMatch(body)) return $"{address}: has a tombstone";
        return FormOf(response, body) is { } fault ? $"{address}: {fault}" : null;
    }

    // A file that is too large to be read before its response begins may be cut in the middle: its length tells the client. A 503 is not
    // possible any more then. Null for such a one.
    private static async Task<string?> BodyOfAsync(HttpResponseMessage response, bool mayBeCut)
    {
        try
        {
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException cut) when (
            mayBeCut && cut.InnerException is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded })
        {
            return null;
        }
    }

    /// <summary>Notes what is wrong at last with the posts that a server shows, and with its feed.</summary>
    public static async Task CompareAsync(HttpClient client, LedgerSite site, int number, string what, FaultReport report)
    {
        if (await UntilEqualAsync(client, site.Expected) is { } fault) report.Add(number, $"{what}: {fault}");
        if (await FaultAtAsync(client, "/feed.atom") is { } feed) report.Add(number, $"{what}: {feed}");
    }

    /// <summary>Waits until the server shows exactly the expected titles; what is wrong at last, null when nothing is.</summary>
    public static async Task<string?> UntilEqualAsync(HttpClient client, IReadOnlyDictionary<string, string> expected)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var fault = await FaultInTitlesAsync(client, expected);
            if (fault is null || clock.Elapsed > Patience) return fault;
            await Task.Delay(50);
        }
    }

    /// <summary>What of all documents differs from those of another server; null when nothing does.</summary>
    public static async Task<string?> DifferenceAsync(HttpClient one, HttpClient other)
    {
        foreach (var address in (string[])["/feed.json", "/feed.rss", "/api/v1/articles?limit=100&fields=id,title,summary", "/api/v1/tags"])
        {
            if (await DifferenceAsync(one, other, address) is { } difference) return difference;
        }

        return null;
    }

    // An index that is being mended, or made anew beside the one that is served, is equal in the end.
    private static async Task<string?> DifferenceAsync(HttpClient one, HttpClient other, string address)
    {
        var second = WithoutTimes(await other.GetStringAsync(address));
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var first = WithoutTimes(await one.GetStringAsync(address));
            if (first == second) return null;
            if (clock.Elapsed > Patience)
            {
                var at = Math.Max(0, first.AsSpan().CommonPrefixLength(second) - 100);
                return $"{address} differs from that of a fresh index: {Excerpt(first, at)} instead of {Excerpt(second, at)}";
            }

            await Task.Delay(50);
        }
    }

    private static string Excerpt(string document, int at) => document[at..Math.Min(document.Length, at + 250)].ReplaceLineEndings(" ");

    // When a feed was last built depends on when its articles were indexed.
    private static string WithoutTimes(string document) => document.StartsWith('<')
        ? string.Concat(XDocument.Parse(document).Descendants()
            .Where(element => element.Name.LocalName != "lastBuildDate" && !element.HasElements).Select(element => element.Value + "\n"))
        : document;

    private static async Task<string?> FaultInTitlesAsync(HttpClient client, IReadOnlyDictionary<string, string> expected)
    {
        try
        {
            var shown = await ArticleTitles.ReadAsync(client);
            foreach (var (id, title) in expected)
            {
                if (!shown.TryGetValue(id, out var found)) return $"{id} is missing, of {shown.Count} shown";
                if (found != title) return $"{id} is shown as {found} and not as {title}";
            }

            return shown.Count == expected.Count ? null : $"{shown.Count} of {expected.Count} posts are shown";
        }
        catch (HttpRequestException refused)
        {
            return refused.Message;
        }
    }

    // Of a post of the ledger, which are never deleted.
    [GeneratedRegex("deleted-entry ref=\"[^\"]*-post-", RegexOptions.NonBacktracking)]
    private static partial Regex Tombstone();

    private static string? FormOf(HttpResponseMessage response, string body)
    {
        try
        {
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            if (type.EndsWith("xml", StringComparison.Ordinal)) XDocument.Parse(body);
            else if (type.EndsWith("json", StringComparison.Ordinal)) JsonNode.Parse(body);
            return null;
        }
        catch (Exception fault) when (fault is System.Xml.XmlException or JsonException)
        {
            return "is not well-formed: " + fault.Message;
        }
    }
}
