using FeedApi.Http.Documents;

namespace FeedApi.Pages;

/// <summary>The style sheet of every page, an embedded resource.</summary>
internal sealed class StyleSheet(TimeProvider time)
{
    private readonly Lazy<Document> document = new(() => Read(time.GetUtcNow()));

    /// <summary>The document.</summary>
    public Document Document => document.Value;

    // The file changes only with the program, so the time of the start is its last modification.
    private static Document Read(DateTimeOffset startedAt)
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("style.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return new Document("text/css; charset=utf-8", bytes.ToArray(), startedAt);
    }
}
