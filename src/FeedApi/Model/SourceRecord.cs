namespace FeedApi.Model;

/// <summary>What the catalog knows of one source file.</summary>
/// <param name="Stamp">The file as it was last read.</param>
/// <param name="DueAt">When a post that is scheduled or expires is to be read again; else null.</param>
internal readonly record struct SourceRecord(SourceStamp Stamp, DateTimeOffset? DueAt);
