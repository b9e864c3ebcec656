namespace FeedApi.Catalog;

/// <summary>The versions of what an index contains, as the running program reads and writes it.</summary>
/// <param name="Schema">The version of the tables; each has a file of its own.</param>
/// <param name="OldestReadable">The oldest version of the tables that can be served, though not written.</param>
/// <param name="Rendering">The version of rendering of the articles; for another one every post is rendered anew in the background.</param>
internal sealed record IndexVersions(int Schema, int OldestReadable, int Rendering)
{
    /// <summary>True when an index with tables of this version can be served.</summary>
    public bool CanServe(int schema) => schema >= OldestReadable && schema <= Schema;
}
