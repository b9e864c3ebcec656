namespace FeedApi.Feeds;

/// <summary>Name and version of the product in feeds.</summary>
internal static class Generator
{
    /// <summary>The product's name.</summary>
    internal const string Name = "FeedApi";

    /// <summary>The product's version, three numbers.</summary>
    internal static string Version { get; } = typeof(Generator).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
