namespace FeedApi.Catalog.Outlines;

/// <summary>
/// The source file of an article of which only an outline is stored, and the article's place in the order of publication.
/// </summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Published">When it was published, in Unix seconds.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Row">Its row; rows are in the order in which articles were stored first.</param>
internal readonly record struct OutlinedSource(string Path, long Published, string Id, long Row);
