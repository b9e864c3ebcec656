using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>Addresses that are all that a paragraph shows.</summary>
internal static class LoneAddresses
{
    /// <summary>True when the text of a paragraph looks like an address: kramdown does not turn bare addresses into links.</summary>
    public static bool IsBare(string text) =>
        text.Trim() is var bare && bare.StartsWith("http", StringComparison.Ordinal) && !bare.Any(char.IsWhiteSpace);

    /// <summary>The address that is the text of a paragraph; null when it is none.</summary>
    public static string? OfBare(string text, AddressResolver addresses) =>
        text.Contains("://", StringComparison.Ordinal) ? addresses.Resolve(text.Trim()) : null;

    /// <summary>The address of a link that shows its own address; null when it shows anything else.</summary>
    /// <param name="address">The address to which it leads, absolute.</param>
    /// <param name="text">What it shows.</param>
    /// <param name="addresses">Resolves what it shows.</param>
    public static string? OfLink(string address, string text, AddressResolver addresses)
    {
        var shown = text.Trim();
        var meant = shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + shown : shown;
        return meant.Contains("://", StringComparison.Ordinal) && addresses.Resolve(meant) == address ? address : null;
    }
}
