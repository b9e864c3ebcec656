using FeedApi.Feeds.Digests;
using FeedApi.Model.Text;
using FeedApi.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedApi.Feeds;

/// <summary>The query of a feed's address as a client wrote it, which is the one that <c>self</c> repeats.</summary>
internal static class FeedQuery
{
    private static readonly HashSet<string> Names =
        new([.. ArticleQueryParser.CommonNames, DigestParameter.Name, "content", "cursor", "archive"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The parameters that feeds know, in the order and form in which they were written, without the question mark. Others are left out:
    /// readers add some that differ each time, and must not get another document each time.
    /// </summary>
    /// <param name="query">The query of a request, with its question mark; or null.</param>
    public static string Asked(string? query)
    {
        if (string.IsNullOrEmpty(query)) return "";
        List<string> known = [];
        foreach (var pair in query[1..].Split('&'))
        {
            foreach (var parameter in new QueryStringEnumerable(pair))
            {
                if (IsKnown(parameter.DecodeName().Span)) known.Add(UriText.EncodeUri(pair));
            }
        }

        return string.Join('&', known);
    }

    private static bool IsKnown(ReadOnlySpan<char> name) =>
        name.StartsWith(FieldFilter.Prefix, StringComparison.Ordinal) || Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
