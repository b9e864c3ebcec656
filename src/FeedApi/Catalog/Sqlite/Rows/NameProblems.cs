using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The problems of a post whose id or guid another one has.</summary>
internal static class NameProblems
{
    /// <summary>The problems; none when it has the names that it asks for.</summary>
    public static IEnumerable<Problem> Of(SourceOutcome.Published published, GivenNames given)
    {
        if (given.Id.HolderOfAsked is { } holder)
        {
            var message = $"{holder} has the same id, {published.Article.Id}.";
            yield return Taken(ProblemCodes.DuplicateSlug, published.Path, message, $"The id is {given.Id.Value}.");
        }

        if (given.Guid.HolderOfAsked is { } twin)
        {
            var message = $"{twin} has the same guid, {published.Article.Guid}.";
            yield return Taken(ProblemCodes.DuplicateGuid, published.Path, message, $"The guid is {given.Guid.Value}.");
        }
    }

    private static Problem Taken(string code, string path, string message, string action) =>
        new(code, ProblemSeverity.Warning, path, null, null, message, action);
}
