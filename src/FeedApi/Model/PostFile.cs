namespace FeedApi.Model;

/// <summary>The metadata of a post file, known before it is read.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> as separator.</param>
/// <param name="SizeBytes">Length of the file.</param>
/// <param name="ModifiedTicks">Last write time, UTC, in ticks of 100 ns, the resolution of .NET.</param>
internal readonly record struct PostFile(string Path, long SizeBytes, long ModifiedTicks);
