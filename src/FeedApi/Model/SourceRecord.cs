namespace FeedApi.Model;

/// <summary>The catalog's record of one source file.</summary>
/// <param name="Stamp">The file as it was last read.</param>
/// <param name="DueAt">When a post that is scheduled or expires must be read again; otherwise null.</param>
/// <param name="ValidFrom">Before which instant the clock would give another outcome; null: none.</param>
internal readonly record struct SourceRecord(SourceStamp Stamp, DateTimeOffset? DueAt, DateTimeOffset? ValidFrom = null);
