namespace FeedApi.Commands.Export.Planning;

/// <summary>A list or feed in parts, and the links between them.</summary>
/// <param name="Parts">The documents, that with the newest articles first.</param>
/// <param name="Addresses">The addresses in its documents that are to be static ones.</param>
internal sealed record StaticList(IReadOnlyList<ListPart> Parts, IReadOnlyList<ListAddress> Addresses);

/// <summary>Where the parts of a list are.</summary>
/// <param name="Address">The absolute address, without a query, that all parts have on the server.</param>
/// <param name="First">The static path of the first document.</param>
/// <param name="Query">The query with which the server has the first document, without its question mark; empty for none.</param>
/// <param name="Links">The static path of each part by the value of <c>cursor</c> or <c>archive</c> that asks for it.</param>
internal sealed record ListAddress(string Address, string First, string Query, IReadOnlyDictionary<string, string> Links);

/// <summary>One document of a list or feed: its first, a page or an archive.</summary>
/// <param name="Path">The static address: percent-encoded, beginning with a slash.</param>
/// <param name="Source">The server's address of the same.</param>
/// <param name="Made">What it is made of, besides the articles themselves; null: it is made anew with every change of its list.</param>
/// <param name="Articles">The articles that it shows; empty when <paramref name="Made"/> is null.</param>
internal sealed record ListPart(string Path, string Source, string? Made, ArraySegment<ListedArticle> Articles);

/// <summary>An article in a list.</summary>
/// <param name="Id">The id.</param>
/// <param name="Published">Unix seconds.</param>
internal readonly record struct ListedArticle(string Id, long Published);
