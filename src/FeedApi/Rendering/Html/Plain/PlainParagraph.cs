namespace FeedApi.Rendering.Html.Plain;

/// <summary>What stands directly in the paragraph that is open: to find out whether it is nothing but an address.</summary>
internal sealed class PlainParagraph(string html, PlainAddresses addresses)
{
    private int start;
    private int elements;
    private string? address;
    private Range tag;
    private Range content;
    private bool isInLink;
    private bool hasGap;

    /// <summary>A paragraph begins.</summary>
    public void Begin(int at)
    {
        start = at;
        elements = 0;
        address = null;
        isInLink = hasGap = false;
    }

    /// <summary>An element other than a link with an address stands directly in it.</summary>
    public void AddElement() => elements++;

    /// <summary>An element that is removed stands in it, and may divide a text.</summary>
    public void AddGap() => hasGap = true;

    /// <summary>A link stands directly in it.</summary>
    /// <param name="resolved">Its address.</param>
    /// <param name="from">Where its tag begins.</param>
    /// <param name="to">Where its tag ends.</param>
    public void BeginLink(string resolved, int from, int to)
    {
        elements++;
        (address, tag, content, isInLink) = (resolved, from..to, to..to, true);
    }

    /// <summary>A link ends.</summary>
    /// <param name="from">Where its end tag begins.</param>
    /// <param name="to">Where its end tag ends.</param>
    public void EndLink(int from, int to)
    {
        if (!isInLink) return;
        (tag, content, isInLink) = (tag.Start..to, content.Start..from, false);
    }

    /// <summary>The paragraph ends: false when it cannot be told, or its addresses are too many.</summary>
    /// <param name="at">Where it ends.</param>
    /// <param name="found">The address that is all it shows; null when it shows more.</param>
    public bool End(int at, out string? found)
    {
        found = null;
        if (elements == 0) return EndWithText(html.AsSpan(start, at - start), out found);
        if (elements > 1 || address is null || !address.StartsWith("http", StringComparison.Ordinal)) return true;
        if (hasGap) return HasWords(UpToTag(html.AsSpan()[start..tag.Start.Value]));
        if (HasWords(html.AsSpan()[start..tag.Start.Value]) || HasWords(html.AsSpan()[tag.End.Value..at])) return true;
        found = addresses.OfLink(address, CharacterReference.Decode(html.AsSpan()[content]));
        return addresses.Count();
    }

    private bool EndWithText(ReadOnlySpan<char> text, out string? found)
    {
        found = null;
        var first = text.TrimStart();
        if (!first.StartsWith("http", StringComparison.Ordinal) && !first.StartsWith('&') && !first.StartsWith('<')) return true;
        if (hasGap) return false;
        var shown = CharacterReference.Decode(text);
        if (!LoneAddresses.IsBare(shown)) return true;
        found = addresses.OfBare(shown);
        return addresses.Count();
    }

    private static ReadOnlySpan<char> UpToTag(ReadOnlySpan<char> written) =>
        written.IndexOf('<') is var at and >= 0 ? written[..at] : written;

    private static bool HasWords(ReadOnlySpan<char> written)
    {
        foreach (var letter in CharacterReference.Decode(written))
        {
            if (char.IsLetterOrDigit(letter)) return true;
        }

        return false;
    }
}
