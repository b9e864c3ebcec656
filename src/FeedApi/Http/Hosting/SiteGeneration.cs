using System.Collections.Frozen;

namespace FeedApi.Http.Hosting;

/// <summary>Everything that serves a site under one reading of its settings. It is replaced as a whole, never changed.</summary>
/// <param name="services">The services that depend on the settings.</param>
/// <param name="types">Their types; all others are services of the server.</param>
/// <param name="publicUrl">The public address of feeds, API and pages, without a slash at the end.</param>
/// <param name="basePaths">Paths below which the site is served, by a proxy that keeps or strips them; usually none.</param>
internal sealed class SiteGeneration(
    IServiceProvider services, FrozenSet<Type> types, string publicUrl, IReadOnlyList<PathString> basePaths)
{
    private readonly PathString[] basePaths = [.. basePaths];

    /// <summary>The public address of feeds, API and pages, without a slash at the end.</summary>
    public string PublicUrl => publicUrl;

    /// <summary>Paths below which the site is served, by a proxy that keeps or strips them.</summary>
    public ReadOnlySpan<PathString> BasePaths => basePaths;

    /// <summary>A service of the site.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A service of the site; null when the type is not one of the site's.</summary>
    public object? Find(Type type) => types.Contains(type) ? services.GetService(type) : null;
}

/// <summary>The generation that serves new requests. A request keeps the one with which it began.</summary>
internal sealed class CurrentGeneration
{
    private volatile SiteGeneration? value;

    /// <summary>The generation.</summary>
    public SiteGeneration Value => value ?? throw new InvalidOperationException("The site has not been read yet.");

    /// <summary>The generation; null before the site has been read.</summary>
    public SiteGeneration? ValueOrNull => value;

    /// <summary>Serves new requests with another generation.</summary>
    public void Replace(SiteGeneration next) => value = next;
}
