using FeedApi.Catalog;
using FeedApi.Commands.Export.Trees;
using FeedApi.Commands.Offline;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Commands.Export.Planning;

/// <summary>What has changed since an earlier export.</summary>
/// <param name="Everything">True: every file may be another one.</param>
/// <param name="Ids">The articles that have changed or are gone.</param>
/// <param name="Keys">The surrogate keys of the terms of these, before and after.</param>
internal sealed record ExportChanges(bool Everything, IReadOnlySet<string> Ids, IReadOnlySet<string> Keys)
{
    // As long as a deletion is told by feeds.
    private static readonly TimeSpan TombstonesFor = TimeSpan.FromDays(30);

    private const int AtOnce = 10_000;

    /// <summary>True when anything has changed.</summary>
    public bool Any => Everything || Ids.Count > 0 || Keys.Count > 0;

    /// <summary>True when what a key names has changed.</summary>
    public bool Concern(string key) => Everything || Keys.Contains(key) || (key == SurrogateKeys.Articles && Any);

    /// <summary>Compares the index with an earlier export.</summary>
    /// <param name="server">The server.</param>
    /// <param name="before">The earlier export; null for none.</param>
    /// <param name="next">The manifest of the next one, as far as it is known.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ExportChanges> FindAsync(
        OfflineServer server, Manifest? before, Manifest next, CancellationToken cancellationToken)
    {
        if (before is null || before.MadeBy != next.MadeBy || before.Sequence > next.Sequence
            || before.Revision > next.Revision || HasRenamed(before, next))
            return new ExportChanges(true, new HashSet<string>(), new HashSet<string>());
        var (ids, keys) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var reader = server.Get<IArticleReader>();
        for (var sequence = before.Sequence; sequence < next.Sequence;)
        {
            var (from, changes) = (sequence, (IReadOnlyList<Change>)[]);
            changes = await reader.ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.ListChangesAsync(from, AtOnce, cancellationToken), cancellationToken);
            if (changes.Count == 0) break;
            foreach (var change in changes) Add(change);
            sequence = changes[^1].Sequence;
        }

        // What a feed shows for a while only.
        var ended = await reader.ReadAsync(
            ReadCost.Cheap,
            snapshot => snapshot.ListTombstonesAsync(null, before.MadeAt - TombstonesFor, AtOnce, cancellationToken),
            cancellationToken);
        foreach (var change in ended.Where(change => change.At < next.MadeAt - TombstonesFor)) AddTerms(change.Terms);
        foreach (var id in before.Lifted.Except(next.Lifted))
        {
            var article = await reader.ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.FindAsync(id, ArticleBodies.None, cancellationToken), cancellationToken);
            foreach (var term in article is null ? [] : article.Categories.Concat(article.Tags).Concat(article.Authors))
                keys.Add(SurrogateKeys.Term(KindOf(article!, term), term.Slug));
            if (article is not null) ids.Add(id);
        }

        return new ExportChanges(false, ids, keys);

        void Add(Change change)
        {
            ids.Add(change.Id);
            AddTerms(change.Terms);
        }

        void AddTerms(IReadOnlyList<ChangedTerm> terms)
        {
            foreach (var term in terms) keys.Add($"{term.Kind}:{term.Key}");
        }
    }

    // The new name of a term also appears in documents about others.
    private static bool HasRenamed(Manifest before, Manifest next) =>
        before.Terms.Any(term => next.Terms.TryGetValue(term.Key, out var name) && name != term.Value);

    private static TermKind KindOf(Article article, Term term) =>
        article.Categories.Contains(term) ? TermKind.Category : article.Tags.Contains(term) ? TermKind.Tag : TermKind.Author;
}
