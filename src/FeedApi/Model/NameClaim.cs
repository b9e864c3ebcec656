namespace FeedApi.Model;

/// <summary>
/// What a file's name gives an article when another article has the id or guid that its front matter or the site's guid style asks for.
/// </summary>
/// <param name="Id">The id by the file's name.</param>
/// <param name="Guid">The <c>tag:</c> guid by that id.</param>
/// <param name="Rank">The file's rank among those that ask for the same.</param>
internal sealed record NameClaim(string Id, string Guid, SourceRank Rank);
