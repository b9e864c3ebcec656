using FeedApi.Tests.Hosting;

namespace FeedApi.Tests.Http;

/// <summary>Fields of an answer, whichever half of HttpClient's headers they are in.</summary>
internal static class HttpResponseMessageExtensions
{
    /// <summary>The value of a field; null when it is not there.</summary>
    public static string? Field(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
            || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>Waits until the second that Last-Modified names is over: it has whole ones, so a change within it would not show.</summary>
    public static Task SecondOfLastModifiedAsync(this HttpResponseMessage response) => TestSite.UntilAsync(
        () => Task.FromResult(DateTimeOffset.UtcNow >= response.Content.Headers.LastModified!.Value.AddSeconds(2)),
        "the second of Last-Modified is over");

    /// <summary>The names of all fields but those of the connection.</summary>
    public static IEnumerable<string> FieldNames(this HttpResponseMessage response) =>
        response.Headers.NonValidated.Select(field => field.Key).Concat(response.Content.Headers.NonValidated.Select(field => field.Key))
            .Where(name => name is not ("Date" or "Transfer-Encoding" or "Connection"));
}
