using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Xml;

/// <summary>
/// Serves posts with every UTF-16 unit and with text that is hostile to XML; each feed must be well-formed for .NET's parser and for
/// libxml2's, and every character that XML allows must arrive.
/// </summary>
internal static class XmlRun
{
    private const int BatchPosts = 2_000;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        foreach (var numbers in range.Numbers.Chunk(BatchPosts))
        {
            cancellation.ThrowIfCancellationRequested();
            await RunBatchAsync([.. numbers.Select(number => new XmlPost(number, range.RandomOf(number)))], report);
        }
    }

    private static async Task RunBatchAsync(XmlPost[] posts, FaultReport report)
    {
        // Goldmark's code is neither highlighted nor changed, and Hugo's titles are as written.
        using var site = new FaultSite("xml", Dialect.Hugo);
        foreach (var post in posts) await File.WriteAllBytesAsync(Path.Combine(site.Posts, post.Name + ".md"), post.Bytes());
        await site.StartAsync();
        var byId = posts.ToDictionary(post => post.Name, StringComparer.Ordinal);
        List<string> seen = [];
        List<string> files = [];
        await foreach (var output in SiteOutputs.ReadAsync(site.Client, hasPages: false))
        {
            if (output.Status != 200) report.Add(posts[0].Number, $"{output.Address} answers {output.Status}");
            else if (output.Kind is OutputKind.JsonFeed or OutputKind.Api) seen.AddRange(CheckJson(output, byId, report));
            else
            {
                seen.AddRange(CheckXml(output, byId, report));
                files.Add(Path.Combine(site.Outside, $"{files.Count}.xml"));
                await File.WriteAllTextAsync(files[^1], output.Body);
            }
        }

        await ParseWithLibxmlAsync(files, posts[0].Number, report);
        var times = seen.CountBy(id => id).ToDictionary();
        foreach (var post in posts.Where(post => times.GetValueOrDefault(post.Name) != Enum.GetValues<OutputKind>().Length - 1))
            report.Add(post.Number, $"{post.Name} is in {times.GetValueOrDefault(post.Name)} outputs instead of four");
        report.CountFired(times.Count);
    }

    private static List<string> CheckXml(SiteOutput output, Dictionary<string, XmlPost> posts, FaultReport report)
    {
        List<string> seen = [];
        try
        {
            var root = XDocument.Parse(output.Body, LoadOptions.PreserveWhitespace).Root!;
            var items = output.Kind == OutputKind.Rss ? root.Descendants("item") : root.Elements(Atom + "entry");
            foreach (var item in items)
            {
                var id = item.Element(output.Kind == OutputKind.Rss ? "guid" : Atom + "id")!.Value;
                var title = item.Element(output.Kind == OutputKind.Rss ? "title" : Atom + "title")!.Value;
                var html = item.Element(output.Kind == OutputKind.Rss ? Content + "encoded" : Atom + "content")!.Value;
                seen.Add(Check(id, title, html, output, posts, report));
            }
        }
        catch (XmlException malformed)
        {
            report.Add(posts.Values.First().Number, $"{output.Address} is malformed: {malformed.Message}");
        }

        return seen;
    }

    private static List<string> CheckJson(SiteOutput output, Dictionary<string, XmlPost> posts, FaultReport report)
    {
        var root = JsonNode.Parse(output.Body)!;
        return
        [
            .. (root["items"] ?? root["data"])!.AsArray().Select(item =>
                Check((string)item!["id"]!, (string)item["title"]!, (string)item["content_html"]!, output, posts, report)),
        ];
    }

    private static string Check(
        string id, string title, string html, SiteOutput output, Dictionary<string, XmlPost> posts, FaultReport report)
    {
        var name = id.TrimEnd('/')[^"2025-01-02-xml-0000000".Length..];
        var post = posts[name];
        var (line, expectedLine) = (Squeeze(title), Squeeze(post.ExpectedTitle));
        if (line != expectedLine) report.Add(post.Number, $"the title of {name} in {output.Kind} differs {Difference(line, expectedLine)}");
        var code = Unbroken(new HtmlParser().ParseDocument(html).QuerySelector("code")?.TextContent ?? "");
        var expected = Unbroken(post.ExpectedBody);
        if (code != expected) report.Add(post.Number, $"the body of {name} in {output.Kind} differs {Difference(code, expected)}");
        return name;
    }

    private static async Task ParseWithLibxmlAsync(List<string> files, int number, FaultReport report)
    {
        using var xmllint = Process.Start(
            new ProcessStartInfo("xmllint", ["--noout", "--huge", .. files]) { RedirectStandardError = true })!;
        var errors = await xmllint.StandardError.ReadToEndAsync();
        await xmllint.WaitForExitAsync();
        if (xmllint.ExitCode != 0) report.Add(number, $"xmllint: {errors[..Math.Min(errors.Length, 600)]}");
    }

    // A title is one line: line ends and tabs are spaces in it.
    private static string Squeeze(string title) =>
        string.Join(' ', title.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // XML and HTML read every line end as a line feed, and a parser of Markdown does too.
    private static string Unbroken(string code) =>
        code.ReplaceLineEndings("\n").Replace("\r", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private static string Difference(string seen, string expected)
    {
        var at = 0;
        while (at < Math.Min(seen.Length, expected.Length) && seen[at] == expected[at]) at++;
        return $"at {at}: {Escape(seen, at)} instead of {Escape(expected, at)}";
    }

    private static string Escape(string text, int at) => string.Concat(
        text.Skip(Math.Max(0, at - 3)).Take(8).Select(unit => unit is > ' ' and < '\u007F' ? $"{unit}" : $"\\u{(int)unit:X4}"));
}
