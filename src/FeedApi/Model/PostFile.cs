namespace FeedApi.Model;

/// <summary>A post file as the file system shows it, before it is read.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between its parts.</param>
/// <param name="SizeBytes">Length of the file.</param>
/// <param name="ModifiedTicks">Last write time, UTC, in 100 ns ticks: the finest that .NET reads.</param>
internal readonly record struct PostFile(string Path, long SizeBytes, long ModifiedTicks);
