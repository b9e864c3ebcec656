using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace FeedApi.Feeds.Validation;

/// <summary>
/// Looks in the HTML of an item for what readers cannot use or drop for safety: scripts, forms, frames, event handlers and addresses that
/// are relative, which nothing tells a reader to resolve.
/// </summary>
/// <remarks>
/// Thread-safe. An instance remembers what it has looked at, as an article is in several feeds of three formats: by a hash of 64 bits,
/// since the texts themselves would fill the memory.
/// </remarks>
/// <param name="playerHosts">Hosts whose players the site shows in frames; null for none.</param>
internal sealed partial class FeedMarkup(IReadOnlySet<string>? playerHosts = null)
{
    private static readonly HashSet<string> Unsafe = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "base", "meta", "link",
        "style", "html", "head", "body",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "poster", "data", "action", "cite", "longdesc", "background", "srcset",
    };

    private readonly ConcurrentDictionary<ulong, IReadOnlyCollection<(string Rule, string Message)>> known = [];

    /// <summary>What is wrong with a piece of HTML, each kind once.</summary>
    public IReadOnlyCollection<(string Rule, string Message)> FaultsIn(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return known.GetOrAdd(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(html.AsSpan())), _ => Read(html));
    }

    private HashSet<(string Rule, string Message)> Read(string html)
    {
        HashSet<(string, string)> found = [];
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (Unsafe.Contains(name) && !IsPlayer(name, tag.Groups["attributes"].Value))
                found.Add(("markup-unsafe", $"The element {name} is not safe in a feed."));
            foreach (Match attribute in Attribute().Matches(tag.Groups["attributes"].Value))
            {
                if (FaultOf(name, attribute.Groups["name"].Value, attribute.Groups["value"].Value) is { } fault) found.Add(fault);
            }
        }

        return found;
    }

    private bool IsPlayer(string element, string attributes)
    {
        if (playerHosts is null || !element.Equals("iframe", StringComparison.OrdinalIgnoreCase)) return false;
        var source = Attribute().Matches(attributes)
            .FirstOrDefault(each => each.Groups["name"].Value.Equals("src", StringComparison.OrdinalIgnoreCase))?.Groups["value"].Value;
        return Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme == "https" && playerHosts.Contains(uri.IdnHost);
    }

    private static (string Rule, string Message)? FaultOf(string element, string attribute, string value)
    {
        if (attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return ("markup-unsafe", $"The attribute {attribute} of {element} would run a script.");
        if (!Addresses.Contains(attribute)) return null;
        var addresses = attribute.Equals("srcset", StringComparison.OrdinalIgnoreCase)
            ? value.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [value.Trim()];
        if (Array.Find(addresses, address => Script().IsMatch(address)) is not null)
            return ("markup-unsafe", $"The address in {attribute} of {element} is a script.");
        // A link to a place in the same text needs no base.
        return Array.Find(addresses, address => address is not ['#', ..] && !Absolute().IsMatch(address)) is { } relative
            ? ("markup-relative", $"The address {FeedFaults.Quote(relative)} in {attribute} of {element} is relative.")
            : null;
    }

    [GeneratedRegex("""<(?<name>[A-Za-z][A-Za-z0-9\-]*)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[^\s=>"'/]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""")]
    private static partial Regex Attribute();

    [GeneratedRegex("^(?:javascript|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:.")]
    private static partial Regex Absolute();
}
