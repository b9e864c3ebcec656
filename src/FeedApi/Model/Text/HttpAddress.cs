using System.Diagnostics.CodeAnalysis;

namespace FeedApi.Model.Text;

/// <summary>Validates http and https URLs of front matter and settings.</summary>
internal static class HttpAddress
{
    /// <summary>Maximum length of a URL, in chars.</summary>
    public const int MaxChars = 4_096;

    /// <summary>True for an absolute http or https URL.</summary>
    public static bool IsValid([NotNullWhen(true)] string? address) =>
        address is { Length: > 0 and <= MaxChars }
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https";
}
