using Microsoft.Extensions.Primitives;

namespace FeedApi.Http;

/// <summary>What the conditions of a request ask for.</summary>
public enum PreconditionOutcome
{
    /// <summary>Send the document.</summary>
    Proceed,

    /// <summary>304: the client has it.</summary>
    NotModified,

    /// <summary>412: the client wanted another state.</summary>
    Failed,
}

/// <summary>Evaluates conditional requests for GET and HEAD in the order of RFC 9110, section 13.2.2.</summary>
public static class Preconditions
{
    /// <summary>Decides, and names the encoding that the client holds when the answer is 304.</summary>
    public static (PreconditionOutcome Outcome, EncodedBody Body) Evaluate(
        IHeaderDictionary request, Document document, EncodedBody selected, DateTimeOffset lastModified) =>
        Evaluate(request, BodiesOf(document), selected, lastModified);

    /// <summary>The same for what has one representation only, which is sent as it is.</summary>
    public static PreconditionOutcome Evaluate(IHeaderDictionary request, string etag, DateTimeOffset lastModified)
    {
        var only = new EncodedBody(null, [], etag);
        return Evaluate(request, [only], only, lastModified).Outcome;
    }

    private static (PreconditionOutcome Outcome, EncodedBody Body) Evaluate(
        IHeaderDictionary request, IReadOnlyList<EncodedBody> bodies, EncodedBody selected, DateTimeOffset lastModified)
    {
        if (!IsMatchSatisfied(request, bodies, lastModified)) return (PreconditionOutcome.Failed, selected);
        if (request.IfNoneMatch is { Count: > 0 } tags)
        {
            return FindHeld(tags, bodies, selected) is { } held ? (PreconditionOutcome.NotModified, held) : (PreconditionOutcome.Proceed, selected);
        }

        return request.IfModifiedSince is [{ } since] && HttpDate.TryParse(since, out var instant) && lastModified <= instant
            ? (PreconditionOutcome.NotModified, selected)
            : (PreconditionOutcome.Proceed, selected);
    }

    private static bool IsMatchSatisfied(IHeaderDictionary request, IReadOnlyList<EncodedBody> bodies, DateTimeOffset lastModified)
    {
        if (request.IfMatch is { Count: > 0 } tags)
        {
            return EntityTags(tags).Any(tag => tag is "*" || bodies.Any(body => string.Equals(body.ETag, tag, StringComparison.Ordinal)));
        }

        return request.IfUnmodifiedSince is not [{ } since] || !HttpDate.TryParse(since, out var instant) || lastModified <= instant;
    }

    // A tag of another encoding of the same bytes counts too, and the answer names that one: the client keeps what it has.
    // Proxies that compress by themselves add suffixes such as "-gzip"; up to the hyphen the tag is ours.
    private static EncodedBody? FindHeld(StringValues tags, IReadOnlyList<EncodedBody> bodies, EncodedBody selected)
    {
        foreach (var tag in EntityTags(tags))
        {
            if (tag is "*") return selected;
            var opaque = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
            if (bodies.FirstOrDefault(body => string.Equals(body.ETag, opaque, StringComparison.Ordinal)) is { } exact) return exact;
            if (string.Equals(HashOf(opaque), HashOf(bodies[0].ETag), StringComparison.Ordinal)) return selected;
        }

        return null;
    }

    // Identity first: its tag is the one that the others are made from.
    private static EncodedBody[] BodiesOf(Document document) =>
        [.. new[] { document.Identity, document.Gzip, document.Brotli }.OfType<EncodedBody>()];

    /// <summary>The tags of If-Match or If-None-Match, as written.</summary>
    internal static IEnumerable<string> EntityTags(StringValues fields) =>
        fields.SelectMany(field => (field ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a tag of a document has in common with those of its other codings.</summary>
    internal static string HashOf(string quotedTag)
    {
        var opaque = quotedTag.Trim('"');
        var hyphen = opaque.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? opaque : opaque[..hyphen];
    }
}
