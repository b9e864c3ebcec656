using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using FeedApi.Model;

namespace FeedApi.Feeds.Validation;

/// <summary>
/// Checks a finished feed against the rules of its format and those that feed readers are known to need: the RSS 2.0 specification and
/// the RSS Advisory Board's Best Practices Profile, RFC 4287 (Atom), JSON Feed 1.1 and RFC 5005 (archives).
/// </summary>
/// <remarks>
/// It reads only the bytes, so it judges any feed; nothing of the writers is used. Where a validator of the W3C reports an error it reports
/// one too, with the exception of what can be judged by requests only, such as the length of an enclosure.
/// </remarks>
internal static class FeedValidator
{
    /// <summary>The W3C's validator refuses larger ones, and so do some readers.</summary>
    public const int MaxBytes = 5_000_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The faults of a feed; none for a good one.</summary>
    /// <param name="format">The format it is to have.</param>
    /// <param name="body">Its bytes, in UTF-8.</param>
    /// <param name="address">The absolute address of this very document.</param>
    /// <param name="markup">Looks at the HTML of items, and remembers it when many feeds are checked; null: for this one only.</param>
    public static IReadOnlyList<FeedFault> Check(FeedFormat format, byte[] body, string address, FeedMarkup? markup = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(body);
        var faults = new FeedFaults(markup ?? new FeedMarkup());
        if (body.Length > MaxBytes) faults.Add("feed-size", "", $"The feed has {body.Length} bytes, more than {MaxBytes}.");
        if (format == FeedFormat.Json) CheckJson(body, address, faults);
        else CheckXml(format, body, address, faults);
        return faults.Found;
    }

    private static void CheckXml(FeedFormat format, byte[] body, string address, FeedFaults faults)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            root = XDocument.Load(reader).Root!;
        }
        catch (XmlException failure)
        {
            faults.Add("xml", FormattableString.Invariant($"line {failure.LineNumber}"), $"The feed is not well-formed: {failure.Message}");
            return;
        }

        if (format == FeedFormat.Rss) new RssValidator(address, faults).Check(root);
        else new AtomValidator(address, faults).Check(root);
    }

    private static void CheckJson(byte[] body, string address, FeedFaults faults)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            new JsonFeedValidator(address, faults).Check(document.RootElement);
        }
        catch (JsonException failure)
        {
            faults.Add("json", "", $"The feed is not valid JSON: {failure.Message}");
        }
    }
}
