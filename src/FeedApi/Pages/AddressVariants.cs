namespace FeedApi.Pages;

/// <summary>The other paths at which web servers of static sites serve the file of a path.</summary>
internal static class AddressVariants
{
    private const string Extension = ".html";
    private const string Index = "index.html";

    /// <summary>
    /// The same path with or without <c>.html</c> or <c>index.html</c>, the likeliest first. The slash at the end is not varied alone.
    /// </summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        if (path.EndsWith('/')) return [path + Index];
        if (path.EndsWith("/" + Index, StringComparison.Ordinal)) return [path[..^Index.Length], path[..^(Index.Length + 1)]];
        return path.EndsWith(Extension, StringComparison.Ordinal)
            ? [path[..^Extension.Length]]
            : [path + Extension, $"{path}/{Index}"];
    }
}
