using FeedApi.Http.Documents;

namespace FeedApi.Pages;

/// <summary>The style sheet of every page: a file that is part of the program.</summary>
internal sealed class StyleSheet(TimeProvider time)
{
    private readonly Lazy<Document> document = new(() => Read(time.GetUtcNow()));

    /// <summary>The document.</summary>
    public Document Document => document.Value;

    // A new version of the program begins with a start, and nothing else says when the file changed.
    private static Document Read(DateTimeOffset startedAt)
    {
        using var resource = typeof(StyleSheet).Assembly.GetManifestResourceStream("style.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return new Document("text/css; charset=utf-8", bytes.ToArray(), startedAt);
    }
}
