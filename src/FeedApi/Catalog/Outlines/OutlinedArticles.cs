using System.Collections.Concurrent;

namespace FeedApi.Catalog.Outlines;

/// <summary>
/// The articles of which the index has an outline only: what lists need, which the front matter gives. Those that somebody asked for
/// are rendered and kept here until they are stored.
/// </summary>
/// <remarks>Thread-safe. See docs/decisions/0043-serve-first-render-later.md.</remarks>
internal sealed class OutlinedArticles
{
    private readonly ConcurrentDictionary<string, SourceOutcome.Published> rendered = new(StringComparer.Ordinal);
    private long count;

    /// <summary>Number of articles of which the index has an outline only, those rendered here included.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>True while there are any.</summary>
    public bool Any => Count > 0;

    /// <summary>
    /// Renders articles, by their source files. Set by the publisher, before anything is served; null: none is running.
    /// </summary>
    public IOutlineRenderer? Renderer { get; set; }

    /// <summary>Counts those that the index has when it is opened.</summary>
    public void Begin(long found) => Interlocked.Exchange(ref count, found);

    /// <summary>Counts those that a change set added, or completed when negative.</summary>
    public void Advance(long delta) => Interlocked.Add(ref count, delta);

    /// <summary>The rendered article of a source file; null when it is not rendered yet.</summary>
    public IndexedArticle? Find(string source) => FindRendered(source)?.Indexed;

    /// <summary>The same with everything that is stored of it.</summary>
    public SourceOutcome.Published? FindRendered(string source) => rendered.GetValueOrDefault(source);

    /// <summary>Number of rendered articles that are not stored yet.</summary>
    public int KeptCount => rendered.Count;

    /// <summary>All rendered articles that are not stored yet.</summary>
    public IReadOnlyList<SourceOutcome.Published> Rendered => [.. rendered.Values];

    /// <summary>Keeps a rendered article until it is stored.</summary>
    public void Keep(SourceOutcome.Published article) => rendered[article.Path] = article;

    /// <summary>Forgets all: they were rendered under other settings of the site.</summary>
    public void ForgetAll() => rendered.Clear();

    /// <summary>Forgets the rendered article of a source file, which was stored or has changed.</summary>
    public void Forget(string source) => rendered.TryRemove(source, out _);
}
