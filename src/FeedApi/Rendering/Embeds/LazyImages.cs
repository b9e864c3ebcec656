using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedApi.Rendering.Html;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>Gives pictures that a script would load their real addresses.</summary>
internal static partial class LazyImages
{
    // In the order in which they are believed.
    private static readonly string[] AddressAttributes =
    [
        "data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src", "data-actualsrc", "data-echo", "data-lazyload",
        "data-img-src", "data-croporisrc", "data-orig-file",
    ];

    private static readonly string[] SetAttributes = ["data-srcset", "data-lazy-srcset", "data-original-set", "data-src-set"];

    /// <summary>Restores an <c>img</c> or <c>source</c>.</summary>
    /// <returns>True when a script would have loaded it.</returns>
    public static bool Restore(IElement image, AddressResolver addresses)
    {
        var written = image.GetAttribute("src");
        var isPlaceholder = IsPlaceholder(written);
        var real = RealAddressOf(image, addresses, isPlaceholder);
        var set = Array.ConvertAll(SetAttributes, image.GetAttribute)
            .FirstOrDefault(value => value is not null && HasAddress(value, addresses));
        if (real is not null) image.SetAttribute("src", real);
        if (set is not null) image.SetAttribute("srcset", set);
        else if (real is not null && image.GetAttribute("srcset") is { } old && (IsPlaceholder(old) || !HasAddress(old, addresses)))
            image.RemoveAttribute("srcset");
        if (image.GetAttribute("data-sizes") is { } sizes && !sizes.StartsWith("auto", StringComparison.Ordinal))
            image.SetAttribute("sizes", sizes);
        else if (real is not null || set is not null) RemoveAutomaticSizes(image);
        if (real is null && isPlaceholder && SourceSet.Largest(image.GetAttribute("srcset") ?? "") is { } largest
            && addresses.Resolve(largest) is not null && image.LocalName == "img")
        {
            image.SetAttribute("src", largest);
            return true;
        }

        return real is not null || set is not null || isPlaceholder;
    }

    /// <summary>Restores the addresses of a <c>video</c> or <c>audio</c> and of its sources.</summary>
    public static void RestoreMedia(IElement media, AddressResolver addresses)
    {
        if (media.GetAttribute("data-poster") is { } poster && !media.HasAttribute("poster")) media.SetAttribute("poster", poster);
        foreach (var element in (IElement[])[media, .. media.Children.Where(child => child.LocalName == "source")])
        {
            if (RealAddressOf(element, addresses, isPlaceholder: true) is { } real) element.SetAttribute("src", real);
        }
    }

    /// <summary>True when an address shows nothing but that a picture is still to be loaded.</summary>
    public static bool IsPlaceholder(string? address) =>
        string.IsNullOrWhiteSpace(address) || address.AsSpan().TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        || address.Trim() is "#" or "about:blank" || PlaceholderName().IsMatch(address);

    // Where src has a picture, data-orig-file and the like may be of another use.
    private static string? RealAddressOf(IElement image, AddressResolver addresses, bool isPlaceholder)
    {
        foreach (var name in AddressAttributes)
        {
            if (!isPlaceholder && name is "data-lazyload" or "data-orig-file") continue;
            if (image.GetAttribute(name)?.Trim() is { Length: > 0 } value && IsAddress(value, addresses)) return value;
        }

        return null;
    }

    private static bool IsAddress(string value, AddressResolver addresses) =>
        value[0] is not ('{' or '[' or '#' or '$' or '%') && value.AsSpan().IndexOfAny(" \t\n") < 0
        && !bool.TryParse(value, out _)
        && addresses.Resolve(value)?.StartsWith("http", StringComparison.Ordinal) == true;

    private static bool HasAddress(string set, AddressResolver addresses) => SourceSet.Resolve(set, addresses) is not null;

    // "auto" is measured by the script.
    private static void RemoveAutomaticSizes(IElement image)
    {
        if (image.GetAttribute("sizes") is "auto") image.RemoveAttribute("sizes");
    }

    [GeneratedRegex(
        @"(^|[/_.-])(loading|loader|placeholder|blank|spacer|lazy|lazyload|transparent|pixel|grey|gray|empty|1x1|spinner)"
            + @"([_.-][^/]*)?\.(gif|png|svg|jpe?g|webp)([?#]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlaceholderName();
}
