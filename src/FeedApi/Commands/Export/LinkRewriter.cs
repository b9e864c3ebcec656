using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using FeedApi.Commands.Export.Planning;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedApi.Commands.Export;

/// <summary>Replaces the links between the parts of a list, which have queries on the server, by those to its static parts.</summary>
/// <param name="site">The public address of the site, without a slash at its end.</param>
internal sealed class LinkRewriter(string site)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\"'<>\\ \n\t");

    private readonly ConcurrentDictionary<string, string> replaced = new(StringComparer.Ordinal);

    /// <summary>Every link that was replaced, by what the server writes; both absolute.</summary>
    public IReadOnlyDictionary<string, string> Replaced => replaced;

    /// <summary>The document with static links.</summary>
    public byte[] Rewrite(byte[] document, StaticList list)
    {
        foreach (var address in list.Addresses)
        {
            if (document.AsSpan().IndexOf(Encoding.UTF8.GetBytes(address.Address + "?")) >= 0) document = Rewrite(document, address);
        }

        return document;
    }

    private byte[] Rewrite(byte[] document, ListAddress address)
    {
        var text = Encoding.UTF8.GetString(document);
        var written = new StringBuilder(text.Length);
        var from = 0;
        while (text.IndexOf(address.Address + "?", from, StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = text.AsSpan(at).IndexOfAny(Ends);
            end = end < 0 ? text.Length : at + end;
            written.Append(text, from, at - from).Append(TargetOf(text[at..end], address));
            from = end;
        }

        return Encoding.UTF8.GetBytes(written.Append(text, from, text.Length - from).ToString());
    }

    private string TargetOf(string written, ListAddress address)
    {
        var asked = written[(address.Address.Length + 1)..].Replace("&amp;", "&", StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(asked);
        var isPart = query.TryGetValue("cursor", out var part) || query.TryGetValue("archive", out part);
        // Other queries are links of articles, which are left as they are written.
        var path = isPart ? address.Links.GetValueOrDefault(part.ToString()) : asked == address.Query ? address.First : null;
        return path is null ? written : replaced.GetOrAdd(written, site + path);
    }
}
