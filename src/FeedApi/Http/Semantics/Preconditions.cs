using FeedApi.Http.Documents;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>The result of evaluating the preconditions of a request.</summary>
internal enum PreconditionOutcome
{
    /// <summary>Send the document.</summary>
    Proceed,

    /// <summary>304: the client's copy is current.</summary>
    NotModified,

    /// <summary>412: If-Match or If-Unmodified-Since is false.</summary>
    Failed,
}

/// <summary>Evaluates conditional requests for GET and HEAD in the order of RFC 9110, section 13.2.2.</summary>
internal static class Preconditions
{
    /// <summary>Evaluates the preconditions; for a 304 also returns the encoding of the client's copy.</summary>
    public static (PreconditionOutcome Outcome, EncodedBody Body) Evaluate(
        IHeaderDictionary request, Document document, EncodedBody selected, DateTimeOffset lastModified)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(selected);
        // The common cases first: no condition, or the entity tag of the selected encoding.
        if (request.IfMatch.Count == 0 && request.IfUnmodifiedSince.Count == 0)
        {
            if (request.IfNoneMatch is [{ } tag] && string.Equals(tag, selected.ETag, StringComparison.Ordinal))
                return (PreconditionOutcome.NotModified, selected);
            if (request.IfNoneMatch.Count == 0 && request.IfModifiedSince.Count == 0) return (PreconditionOutcome.Proceed, selected);
        }

        return EvaluateAll(request, document, selected, lastModified);
    }

    // A separate method, because the closure of a lambda is allocated at the start of its method.
    private static (PreconditionOutcome Outcome, EncodedBody Body) EvaluateAll(
        IHeaderDictionary request, Document document, EncodedBody selected, DateTimeOffset lastModified) =>
        Evaluate(request, tag => HeldBy(tag, document, selected), selected, lastModified);

    /// <summary>Evaluates the preconditions for a resource with a single representation, such as a file.</summary>
    public static PreconditionOutcome Evaluate(IHeaderDictionary request, string etag, DateTimeOffset lastModified)
    {
        ArgumentNullException.ThrowIfNull(request);
        var only = new EncodedBody(null, [], etag);
        return Evaluate(
            request, tag => string.Equals(HashOf(tag), HashOf(etag), StringComparison.Ordinal) ? only : null, only, lastModified).Outcome;
    }

    private static (PreconditionOutcome Outcome, EncodedBody Body) Evaluate(
        IHeaderDictionary request, Func<string, EncodedBody?> heldBy, EncodedBody selected, DateTimeOffset lastModified)
    {
        if (!IsMatchSatisfied(request, heldBy, lastModified)) return (PreconditionOutcome.Failed, selected);
        if (request.IfNoneMatch is { Count: > 0 } tags)
        {
            return FindHeld(tags, heldBy, selected) is { } held
                ? (PreconditionOutcome.NotModified, held)
                : (PreconditionOutcome.Proceed, selected);
        }

        return request.IfModifiedSince is [{ } since] && HttpDate.TryParse(since, out var instant) && lastModified <= instant
            ? (PreconditionOutcome.NotModified, selected)
            : (PreconditionOutcome.Proceed, selected);
    }

    // If-Match uses strong comparison, so tags that a proxy has modified do not match.
    private static bool IsMatchSatisfied(IHeaderDictionary request, Func<string, EncodedBody?> heldBy, DateTimeOffset lastModified)
    {
        if (request.IfMatch is { Count: > 0 } tags)
        {
            return EntityTags(tags).Any(tag => tag is "*" || string.Equals(heldBy(tag)?.ETag, tag, StringComparison.Ordinal));
        }

        return request.IfUnmodifiedSince is not [{ } since] || !HttpDate.TryParse(since, out var instant) || lastModified <= instant;
    }

    private static EncodedBody? FindHeld(StringValues tags, Func<string, EncodedBody?> heldBy, EncodedBody selected)
    {
        foreach (var tag in EntityTags(tags))
        {
            if (tag is "*") return selected;
            if (heldBy(tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag) is { } held) return held;
        }

        return null;
    }

    // A copy in any coding and compression quality is current; the 304 has the tag of exactly the client's copy, because otherwise a cache
    // must not freshen it (RFC 9111, section 4.3.4). Proxies that compress append suffixes such as "-gzip", so only the part before the
    // hyphen is compared.
    private static EncodedBody? HeldBy(string tag, Document document, EncodedBody selected)
    {
        if (string.Equals(tag, selected.ETag, StringComparison.Ordinal)) return selected;
        if (BodyEncoder.IsTagOf(tag, document.Hash)) return new EncodedBody(null, [], tag);
        return string.Equals(HashOf(tag), document.Hash, StringComparison.Ordinal) ? selected : null;
    }

    /// <summary>The entity tags of If-Match or If-None-Match, as written.</summary>
    internal static IEnumerable<string> EntityTags(StringValues fields) =>
        fields.SelectMany(field => (field ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The part of an entity tag that is equal for all codings of a document.</summary>
    internal static string HashOf(string quotedTag)
    {
        var opaque = quotedTag.Trim('"');
        var hyphen = opaque.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? opaque : opaque[..hyphen];
    }
}
