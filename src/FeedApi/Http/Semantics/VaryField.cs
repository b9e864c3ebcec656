using FeedApi.Http.Documents;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>
/// The Vary field (RFC 9110, section 12.5.5): the same for every response at an address, so that caches never confuse responses.
/// </summary>
internal static class VaryField
{
    /// <summary>The value at addresses that also negotiate the format.</summary>
    public const string Negotiated = "Accept, Accept-Encoding";

    private const string Plain = "Accept-Encoding";

    /// <summary>The value for a document. Includes Accept-Encoding even when the body is too small to compress: it may grow.</summary>
    public static string Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var field = document.VariesByAccept || document.HasMarkdown ? Negotiated : Plain;
        return document.VariesByManipulation ? field + ", A-IM" : field;
    }

    /// <summary>The value for an error that has a page for browsers.</summary>
    /// <param name="written">The value that a negotiating endpoint has already set; may be empty.</param>
    public static StringValues OfError(StringValues written)
    {
        if (written.Count == 0) return Negotiated;
        var value = written.ToString();
        var names = value.Split(',', StringSplitOptions.TrimEntries);
        return names.Contains("Accept", StringComparer.OrdinalIgnoreCase) ? written : "Accept, " + value;
    }

    /// <summary>The value for an error or a redirect.</summary>
    /// <param name="written">The value that a negotiating endpoint has already set; may be empty.</param>
    public static StringValues OfOther(StringValues written) => written.Count > 0 ? written : Plain;
}
