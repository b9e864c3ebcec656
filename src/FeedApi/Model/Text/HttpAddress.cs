using System.Diagnostics.CodeAnalysis;

namespace FeedApi.Model.Text;

/// <summary>Addresses of the web as people write them into front matter and settings.</summary>
internal static class HttpAddress
{
    /// <summary>Longest address, in chars.</summary>
    public const int MaxChars = 4_096;

    /// <summary>True for an absolute http or https address.</summary>
    public static bool IsValid([NotNullWhen(true)] string? address) =>
        address is { Length: > 0 and <= MaxChars }
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https";
}
