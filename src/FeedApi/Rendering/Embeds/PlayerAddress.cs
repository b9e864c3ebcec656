namespace FeedApi.Rendering.Embeds;

/// <summary>An absolute address, taken apart for the rules of <see cref="Players"/>.</summary>
internal readonly struct PlayerAddress
{
    private readonly Dictionary<string, string> query;

    /// <summary>Takes an address apart.</summary>
    public PlayerAddress(Uri uri)
    {
        Host = uri.IdnHost.ToLowerInvariant() is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        Path = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // Flash players had their parameters behind an ampersand: /v/ID&hl=en.
        query = QueryOf(uri.Query.Length > 1 ? uri.Query[1..] : uri.AbsolutePath);
    }

    /// <summary>The host in lower case, without <c>www.</c>.</summary>
    public string Host { get; }

    /// <summary>The parts of the path.</summary>
    public string[] Path { get; }

    /// <summary>A part of the path that is an identifier; null when it is missing or anything else.</summary>
    public string? IdAt(int index) => index < Path.Length ? IdIn(Path[index]) : null;

    /// <summary>A parameter that is an identifier; null when it is missing or anything else.</summary>
    public string? Id(string first, string? second = null) =>
        query.TryGetValue(first, out var value) || (second is not null && query.TryGetValue(second, out value)) ? IdOf(value) : null;

    /// <summary>A parameter, percent-decoded; null when it is missing.</summary>
    public string? Find(string name) => query.GetValueOrDefault(name);

    private static string? IdIn(string part)
    {
        var end = part.AsSpan().IndexOfAny('&', '.');
        return IdOf(end < 0 ? part : part[..end]);
    }

    private static string? IdOf(string text)
    {
        var id = Uri.UnescapeDataString(text);
        return id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '=') ? id : null;
    }

    private static Dictionary<string, string> QueryOf(string text)
    {
        Dictionary<string, string> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign)
                found.TryAdd(part[..sign], Uri.UnescapeDataString(part[(sign + 1)..]));
        }

        return found;
    }
}
