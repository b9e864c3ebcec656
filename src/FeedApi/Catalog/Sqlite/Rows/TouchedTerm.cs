using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The changes of one term in a change set.</summary>
/// <param name="kind">The kind of term.</param>
/// <param name="key">Its <see cref="Slug.KeyOf"/>.</param>
internal sealed class TouchedTerm(TermKind kind, string key)
{
    /// <summary>The kind of term.</summary>
    public TermKind Kind => kind;

    /// <summary>Its <see cref="Slug.KeyOf"/>.</summary>
    public string Key => key;

    /// <summary>Articles added less articles removed.</summary>
    public long CountDelta { get; set; }

    /// <summary>True when the term did not exist before.</summary>
    public bool IsNew { get; set; }

    /// <summary>True when only its name may change, not its articles.</summary>
    public bool IsOnlyRenamed { get; set; }
}
