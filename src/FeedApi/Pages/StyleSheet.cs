using FeedApi.Http.Documents;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>The style sheet of every page, an embedded resource.</summary>
internal sealed class StyleSheet(StaticDates dates)
{
    private readonly Lazy<Document> document = new(() => Read(dates));

    /// <summary>The document.</summary>
    public Document Document => document.Value;

    private static Document Read(StaticDates dates)
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("style.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var body = bytes.ToArray();
        return new Document("text/css; charset=utf-8", body, dates.Of(Routes.StyleSheet, body));
    }
}
