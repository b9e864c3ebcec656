namespace FeedApi.Model;

/// <summary>An article as one of the translations that have a key in common.</summary>
/// <param name="Key">Their <see cref="Article.TranslationKey"/>.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Path">Its path, percent-decoded.</param>
/// <param name="Language">BCP 47 tag.</param>
internal sealed record Translation(string Key, string Id, string Path, string Language);
