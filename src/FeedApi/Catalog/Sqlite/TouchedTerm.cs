using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>What a change set does to one term.</summary>
/// <param name="kind">The kind of term.</param>
/// <param name="key">Its <see cref="Slug.KeyOf"/>.</param>
internal sealed class TouchedTerm(TermKind kind, string key)
{
    /// <summary>The kind of term.</summary>
    public TermKind Kind => kind;

    /// <summary>Its <see cref="Slug.KeyOf"/>.</summary>
    public string Key => key;

    /// <summary>Articles that it gains, less those that it loses.</summary>
    public long CountDelta { get; set; }

    /// <summary>True when no article had it before.</summary>
    public bool IsNew { get; set; }

    /// <summary>True when its articles stay and only its name may change.</summary>
    public bool IsOnlyRenamed { get; set; }
}
