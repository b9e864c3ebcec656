using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>What is in the body of an answer.</summary>
internal static class RawAnswerExtensions
{
    /// <summary>The bytes without their Content-Encoding.</summary>
    public static byte[] Decoded(this RawAnswer answer)
    {
        using var body = new MemoryStream(answer.Body);
        using Stream decoder = answer["Content-Encoding"] switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var decoded = new MemoryStream();
        decoder.CopyTo(decoded);
        return decoded.ToArray();
    }

    /// <summary>The titles of the entries of a feed in any format.</summary>
    public static string[] Titles(this RawAnswer answer)
    {
        var text = Encoding.UTF8.GetString(answer.Decoded());
        if (answer["Content-Type"]!.Contains("json", StringComparison.Ordinal))
            return [.. JsonNode.Parse(text)!["items"]!.AsArray().Select(item => (string)item!["title"]!)];
        return [.. XDocument.Parse(text).Descendants().Where(element => element.Name.LocalName is "item" or "entry")
            .Select(entry => entry.Elements().First(element => element.Name.LocalName is "title").Value)];
    }
}
