using FeedApi.Catalog;

namespace FeedApi.Tests.Catalog.Contract;

/// <summary>A store as its three interfaces show it: all that the contract tests may know of one.</summary>
/// <param name="Reader">The readers' side.</param>
/// <param name="Writer">The writer's side.</param>
/// <param name="Sources">What it remembers of source files.</param>
internal sealed record CatalogUnderTest(IArticleReader Reader, IArticleWriter Writer, ISourceIndex Sources)
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Commits outcomes as one change set.</summary>
    public async Task<FeedApi.Model.CommittedChanges> CommitAsync(params SourceOutcome[] outcomes)
    {
        await using var changes = await Writer.BeginAsync(Token);
        foreach (var outcome in outcomes) await changes.AddAsync(outcome, Token);
        return await changes.CommitAsync(Token);
    }

    /// <summary>What a function reads from the present revision.</summary>
    public ValueTask<T> ReadAsync<T>(Func<IArticleSnapshot, ValueTask<T>> read) => Reader.ReadAsync(read, Token);
}
