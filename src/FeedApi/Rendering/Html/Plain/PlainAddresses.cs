using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>Resolves the addresses of plain HTML: those which the sanitiser lets pass as they are.</summary>
internal sealed class PlainAddresses(AddressResolver addresses)
{
    // As many files can be noted of them, whatever their order (LinkedFiles).
    private const int MaxAddresses = 120;

    private static readonly string[] Starts = ["https://", "http://", "mailto:", "tel:"];

    private int count;

    /// <summary>Resolves the address of a picture; null when it is not plain or cannot be resolved.</summary>
    public string? ResolvePicture(string written) =>
        Count() && IsPlain(written) && !written.StartsWith('#') ? addresses.Resolve(written) : null;

    /// <summary>Resolves the address of a link; null also when it leads to the page itself.</summary>
    public string? ResolveLink(string written)
    {
        if (!Count() || !IsPlain(written)) return null;
        var hash = written.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0 && InPageTargets.IsOwnPage(written.AsSpan(0, hash), addresses)) return null;
        var resolved = addresses.Resolve(written);
        return resolved is null || resolved.Contains(TreePreparation.FootnoteMark, StringComparison.Ordinal) ? null : resolved;
    }

    /// <summary>True for an absolute address on another host than that of the page.</summary>
    public bool IsExternal(string address) => TreeCompletion.IsExternal(address, addresses);

    /// <summary>The address of a paragraph that is nothing else; null when it is more, or no address.</summary>
    public string? OfBare(string text) => LoneAddresses.OfBare(text, addresses);

    /// <summary>The address of a link that shows its own address; null when it shows anything else.</summary>
    public string? OfLink(string address, string text) => LoneAddresses.OfLink(address, text, addresses);

    /// <summary>Counts one more address; false when there are too many.</summary>
    public bool Count() => ++count <= MaxAddresses;

    // The sanitiser takes what stands before a colon, or before the reference of one, for a scheme. An @ may be that of another post.
    private static bool IsPlain(string address)
    {
        if (address.Length == 0 || address[0] == '@' || address.Any(IsForeign)) return false;
        if (address.Contains("&#", StringComparison.Ordinal)) return false;
        return !address.Contains(':', StringComparison.Ordinal)
            || Array.Exists(Starts, start => address.StartsWith(start, StringComparison.Ordinal));
    }

    private static bool IsForeign(char c) => c is '\\' || char.IsWhiteSpace(c) || char.IsControl(c);
}
