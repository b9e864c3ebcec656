using System.Collections.Frozen;

namespace FeedApi.Http.Semantics;

/// <summary>A kind of error: what its <c>code</c> means, wherever it occurs.</summary>
/// <param name="Code">The stable name.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What happened, in some words.</param>
/// <param name="Meaning">Why, and what a client can do, in one or two sentences.</param>
public sealed record ProblemType(string Code, int Status, string Title, string Meaning);

/// <summary>All kinds of error. Each has a page, which the member <c>type</c> of a problem document refers to (RFC 9457).</summary>
internal static class ProblemTypes
{
    /// <summary>The kinds, by status and then by code.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        new("ambiguous-length", 400, "Ambiguous length", "The request has both Content-Length and Transfer-Encoding. Send one of them."),
        new(
            "bad-cursor", 400, "Bad cursor",
            "A cursor belongs to one selection and order. Follow page.next unchanged, or begin without it."),
        new("bad-parameter", 400, "Bad query parameter", "The member errors names each parameter, what it may be, and the nearest value."),
        new("bad-request", 400, "Bad request", "The request is not well-formed."),
        new("bad-token", 400, "Bad token", "A token of changes belongs to the filters that it came with. Begin again without since."),
        new(
            "host-not-allowed", 400, "Host not allowed",
            "The server does not serve the name in the field Host; its operator can allow it."),
        new("bad-key", 401, "Bad key", "The API key is unknown or was revoked. Reading needs no key: send a valid one, or none."),
        new("not-from-browsers", 403, "Forbidden", "This changes what is published, so pages in browsers may not ask for it."),
        new("unknown-address", 404, "Not found", "There is nothing at this address."),
        new("unknown-article", 404, "Not found", "No article with this id was ever published here. GET /api/v1/articles lists them."),
        new("unknown-author", 404, "Not found", "No article has this author. GET /api/v1/authors lists them."),
        new("unknown-category", 404, "Not found", "No article has this category. GET /api/v1/categories lists them."),
        new("unknown-tag", 404, "Not found", "No article has this tag. GET /api/v1/tags lists them."),
        new("no-such-post", 404, "No such post", "No file of the content folder has this path, id or address."),
        new("method-not-allowed", 405, "Method not allowed", "The field Allow lists the methods of this address."),
        new("not-acceptable", 406, "Not acceptable", "None of the media types in the field Accept is to be had here."),
        new("request-timeout", 408, "Request too slow", "The body of the request was sent too slowly."),
        new(
            "article-deleted", 410, "Gone",
            "The article was published here and has been deleted. It does not come back under this address."),
        new(
            "token-expired", 410, "Token expired",
            "The index was made anew since. Read the changes without since, and replace what you have."),
        new(
            "precondition-failed", 412, "Precondition failed",
            "The document is not in the state that If-Match or If-Unmodified-Since asks for."),
        new("body-too-large", 413, "Body too large", "The body of the request is larger than the server accepts."),
        new("uri-too-long", 414, "Address too long", "Path and query are too long. A long selection can be the body of a QUERY request."),
        new(
            "unsupported-media-type", 415, "Unsupported media type",
            "The body of the request has a media type or coding that is not read here."),
        new(
            "range-not-satisfiable", 416, "Range not satisfiable",
            "The field Range selects no part of the file; Content-Range has its length."),
        new(
            "too-many-requests", 429, "Too many requests",
            "The quota of your address or key is used up. Wait as long as Retry-After says."),
        new("too-many-headers", 431, "Too many fields", "The request has too many header fields, or too long ones."),
        new("internal-error", 500, "Internal error", "A fault of the server, which its log describes. Try again later."),
        new("behind", 503, "Not there yet", "This server has not got the revision of min-revision yet. Retry in a second."),
        new("busy", 503, "Too many requests", "Too many requests are waiting. Retry as Retry-After says."),
        new("index-damaged", 503, "Being mended", "What was asked for is being made anew from the posts. Retry in some seconds."),
        new("index-unreadable", 503, "Temporarily unreadable", "The disk cannot read the index at present. Retry later."),
        new("not-ready", 503, "Not ready yet", "The server does not take requests yet."),
        new("search-budget", 503, "Search too expensive", "More or longer words, a filter, or fewer exclusions make the search faster."),
        new("search-busy", 503, "Too many searches", "Too many searches, facets and counts are waiting. Retry as Retry-After says."),
        new("starting", 503, "Not ready yet", "The posts are being indexed for the first time. Retry as Retry-After says."),
        new("stopping", 503, "Stopping", "The server is stopping; another one takes over."),
        new(
            "too-many-streams", 503, "Too many streams",
            "Too many streams of events are open. GET /api/v1/changes with wait tells the same."),
        new("unreadable", 503, "Temporarily unreadable", "The disk cannot read this file at present. Retry later."),
    ];

    private static readonly FrozenDictionary<string, ProblemType> ByCode =
        All.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>The kind with a code; null when there is none.</summary>
    public static ProblemType? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The codes that a status may have.</summary>
    public static IEnumerable<string> CodesOf(int status) => All.Where(type => type.Status == status).Select(type => type.Code);
}
