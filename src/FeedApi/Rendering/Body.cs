using FeedApi.Model;

namespace FeedApi.Rendering;

/// <summary>A body, sanitised and complete.</summary>
/// <param name="Html">As in feeds and API.</param>
/// <param name="PageHtml">As on its page, with the boilerplate that feeds leave out; null when no rules say what that is.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Files">Files that were made of the content and are referred to by it.</param>
internal sealed record Body(string Html, string? PageHtml, BodyReading Reading, IReadOnlyList<DerivedFile> Files);
