namespace FeedApi.Http.Audience;

/// <summary>
/// Parses the User-Agent fields of feed readers: <c>Feedly/1.0 (+http://...; 12 subscribers)</c> and its many variants.
/// </summary>
internal static class UserAgentParser
{
    /// <summary>Maximum number of chars that are parsed; known readers send less.</summary>
    public const int MaxChars = 512;

    private const int MaxNameChars = 40;
    private const int MaxVersionChars = 24;
    private const string Compatible = "(compatible;";

    /// <summary>Parses a field; null and empty are <see cref="UserAgent.None"/>.</summary>
    public static UserAgent Parse(string? field)
    {
        var text = (field ?? "").AsSpan();
        text = (text.Length > MaxChars ? text[..MaxChars] : text).Trim();
        if (text.IsEmpty) return UserAgent.None;
        var (name, version) = SplitVersion(ProductOf(text));
        // A name with an address of mail is that of somebody.
        var isPersonal = name.Contains('@', StringComparison.Ordinal);
        var known = !isPersonal && KnownReaders.NameOf(Clean(name, MaxNameChars)) is { Length: > 0 } found ? found : "unnamed";
        return new UserAgent(
            known, Clean(version, MaxVersionChars) is { Length: > 0 } cleaned ? cleaned : null, SubscribersIn(text), FeedIdIn(text));
    }

    // The product is first in "Feedly/1.0 (...)", in the comment of "Mozilla/5.0 (compatible; BazQux/2.4; ...)", and last for browsers.
    private static ReadOnlySpan<char> ProductOf(ReadOnlySpan<char> text)
    {
        if (text.IndexOf(Compatible, StringComparison.OrdinalIgnoreCase) is >= 0 and var compatible)
        {
            var hidden = text[(compatible + Compatible.Length)..].TrimStart();
            return hidden[..EndOf(hidden, ";)")];
        }

        if (text.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase)) return KnownReaders.BrowserIn(text);
        var comment = text[..EndOf(text, "(;,+")];
        var dash = comment.IndexOf(" - ", StringComparison.Ordinal);
        var feedId = comment.IndexOf(" feed-id", StringComparison.OrdinalIgnoreCase);
        if (feedId >= 0) return comment[..feedId];
        return (dash < 0 ? comment : comment[..dash]).Trim();
    }

    // After the slash, or a last word that begins with a digit: "Slackbot 1.0".
    private static (string Name, string Version) SplitVersion(ReadOnlySpan<char> product)
    {
        product = product.Trim();
        var slash = product.IndexOf('/');
        if (slash >= 0)
        {
            var version = product[(slash + 1)..].TrimStart();
            return (product[..slash].ToString(), version[..EndOf(version, " ")].ToString());
        }

        var space = product.LastIndexOf(' ');
        return space > 0 && char.IsAsciiDigit(product[space + 1])
            ? (product[..space].ToString(), product[(space + 1)..].ToString())
            : (product.ToString(), "");
    }

    private static int? SubscribersIn(ReadOnlySpan<char> text)
    {
        var word = text.IndexOf("subscriber", StringComparison.OrdinalIgnoreCase);
        if (word <= 0) return null;
        var before = text[..word].TrimEnd();
        var begin = before.Length;
        while (begin > 0 && char.IsAsciiDigit(before[begin - 1])) begin--;
        return int.TryParse(
            before[begin..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
    }

    // "feed-id=123", "feed-id:123", "feedId: 123".
    private static string? FeedIdIn(ReadOnlySpan<char> text)
    {
        foreach (var label in (ReadOnlySpan<string>)["feed-id", "feedid"])
        {
            var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var rest = text[(at + label.Length)..].TrimStart("=: ");
            var id = rest[..EndOf(rest, " ;),")];
            return id.IsEmpty ? null : Clean(id, MaxVersionChars);
        }

        return null;
    }

    private static int EndOf(ReadOnlySpan<char> text, ReadOnlySpan<char> ends) =>
        text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;

    // Printable ASCII only, because metrics and JSON contain it and no known reader has other characters in its name.
    private static string Clean(ReadOnlySpan<char> text, int maxChars)
    {
        var kept = text.Length > maxChars ? text[..maxChars] : text;
        return kept.IndexOfAnyExceptInRange(' ', '~') < 0
            ? kept.ToString()
            : string.Concat(kept.ToString().Where(letter => letter is >= ' ' and <= '~')).Trim();
    }
}
