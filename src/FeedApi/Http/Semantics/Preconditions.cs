using FeedApi.Http.Documents;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>What the conditions of a request ask for.</summary>
internal enum PreconditionOutcome
{
    /// <summary>Send the document.</summary>
    Proceed,

    /// <summary>304: the client has it.</summary>
    NotModified,

    /// <summary>412: the client wanted another state.</summary>
    Failed,
}

/// <summary>Evaluates conditional requests for GET and HEAD in the order of RFC 9110, section 13.2.2.</summary>
internal static class Preconditions
{
    /// <summary>Decides, and names the encoding that the client holds when the answer is 304.</summary>
    public static (PreconditionOutcome Outcome, EncodedBody Body) Evaluate(
        IHeaderDictionary request, Document document, EncodedBody selected, DateTimeOffset lastModified)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(selected);
        // What readers send, ahead of the rules: no condition, or the tag of the very bytes that they would get.
        if (request.IfMatch.Count == 0 && request.IfUnmodifiedSince.Count == 0)
        {
            if (request.IfNoneMatch is [{ } tag] && string.Equals(tag, selected.ETag, StringComparison.Ordinal))
                return (PreconditionOutcome.NotModified, selected);
            if (request.IfNoneMatch.Count == 0 && request.IfModifiedSince.Count == 0) return (PreconditionOutcome.Proceed, selected);
        }

        return EvaluateAll(request, document, selected, lastModified);
    }

    // Apart, because what a lambda captures is allocated where the method begins.
    private static (PreconditionOutcome Outcome, EncodedBody Body) EvaluateAll(
        IHeaderDictionary request, Document document, EncodedBody selected, DateTimeOffset lastModified) =>
        Evaluate(request, tag => HeldBy(tag, document, selected), selected, lastModified);

    /// <summary>The same for what has one representation only, which is sent as it is.</summary>
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

    // Compared strongly, so what a proxy made of a tag does not count.
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

    // Whoever has the document in any coding, better or worse compressed, has it; the answer names just the bytes that the client keeps, or
    // a cache must not use it to refresh them (RFC 9111, section 4.3.4). Proxies that compress by themselves add suffixes such as "-gzip";
    // up to the hyphen the tag is ours.
    private static EncodedBody? HeldBy(string tag, Document document, EncodedBody selected)
    {
        if (string.Equals(tag, selected.ETag, StringComparison.Ordinal)) return selected;
        if (BodyEncoder.IsTagOf(tag, document.Hash)) return new EncodedBody(null, [], tag);
        return string.Equals(HashOf(tag), document.Hash, StringComparison.Ordinal) ? selected : null;
    }

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
