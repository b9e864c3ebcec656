using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Semantics;

/// <summary>The Allow field (RFC 9110, section 10.2.1).</summary>
internal static class AllowedMethods
{
    private const string Options = "OPTIONS";

    /// <summary>The methods that routing found, plus OPTIONS, and HEAD beside GET.</summary>
    internal static string With(StringValues found)
    {
        var methods = new SortedSet<string>(StringComparer.Ordinal) { Options };
        foreach (var field in found)
        {
            foreach (var method in (field ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                methods.Add(method);
        }

        if (methods.Count == 1 || methods.Contains("GET")) methods.UnionWith(["GET", "HEAD"]);
        return string.Join(", ", methods);
    }
}
