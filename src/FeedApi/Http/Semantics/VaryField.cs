using FeedApi.Http.Documents;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>
/// The Vary field (RFC 9110, section 12.5.5): the same for every answer at an address, or a cache would take one for another.
/// </summary>
internal static class VaryField
{
    /// <summary>At addresses that negotiate the format too.</summary>
    public const string Negotiated = "Accept, Accept-Encoding";

    private const string Plain = "Accept-Encoding";

    /// <summary>Of a document. It names Accept-Encoding also while a body is too small to be compressed: tomorrow's may not be.</summary>
    public static string Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var field = document.VariesByAccept ? Negotiated : Plain;
        return document.VariesByManipulation ? field + ", A-IM" : field;
    }

    /// <summary>Of an error or a redirect.</summary>
    /// <param name="written">What the address has set already because it negotiates.</param>
    public static StringValues OfOther(StringValues written) => written.Count > 0 ? written : Plain;
}
