namespace FeedApi.Catalog.Outlines;

/// <summary>Renders articles of which only an outline is stored, for somebody who waits for them.</summary>
internal interface IOutlineRenderer
{
    /// <summary>
    /// Renders the articles of source files. Afterwards each is in <see cref="OutlinedArticles"/> or stored, or its file cannot be read
    /// now.
    /// </summary>
    /// <param name="sources">Relative to the content folder.</param>
    /// <param name="cancellationToken">Stops waiting; the rendering goes on.</param>
    Task RenderAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken);
}
