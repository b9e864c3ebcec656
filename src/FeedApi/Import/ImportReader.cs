using System.Text.Json.Nodes;
using System.Xml.Linq;
using FeedApi.Import.Formats;

namespace FeedApi.Import;

/// <summary>Reads a feed or an export of another program, whatever its name is: what it is, is seen from what it holds.</summary>
internal static class ImportReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="zone">The zone of dates without one.</param>
    /// <exception cref="ImportException">It is nothing that can be imported.</exception>
    public static ImportedFile Read(byte[] bytes, TimeZoneInfo zone)
    {
        var first = bytes.AsSpan().IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        if (first < 0) throw new ImportException("The file is empty");
        var file = bytes[first] is (byte)'{' or (byte)'[' ? ReadJson(bytes.AsMemory(first)) : ReadXml(ForgivingXml.Load(bytes), zone);
        file.Leave(
            "dates: these posts have none and stay hidden until they get one",
            file.Posts.Count(post => post.Published is null && post.IsPublic));
        return file;
    }

    private static ImportedFile ReadXml(XDocument document, TimeZoneInfo zone) => document.Root switch
    {
        { Name.LocalName: "rss" } root when WordPressExport.IsOne(root) => WordPressExport.Read(root),
        { Name.LocalName: "rss" } root => RssFeed.Read(root, zone),
        { Name.LocalName: "RDF" } root => RssFeed.Read(root, zone),
        { Name.LocalName: "feed" } root => AtomFeed.Read(root, zone),
        { Name.LocalName: "opml" } root => OpmlList.Read(root),
        var other => throw new ImportException(
            $"The file begins with <{other?.Name.LocalName}>; feeds in RSS and Atom, "
            + "exports of WordPress and lists in OPML can be imported"),
    };

    private static ImportedFile ReadJson(ReadOnlyMemory<byte> bytes)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(bytes.Span);
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw new ImportException($"The file is not valid JSON, line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }

        if (root is JsonObject feed && JsonFeed.IsOne(feed)) return JsonFeed.Read(feed);
        if (root is JsonObject export && GhostExport.TablesOf(export) is { } tables) return GhostExport.Read(export, tables);
        throw new ImportException(
            "The file is JSON, but neither a JSON Feed (it has no version and items) nor an export of Ghost (no posts)");
    }
}
