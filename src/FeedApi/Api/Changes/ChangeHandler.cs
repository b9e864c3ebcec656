using System.Globalization;
using FeedApi.Api.Site;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Changes;

/// <summary>
/// Handles requests for the changes since a token: a copy of the articles is kept up to date, deletions included, by following
/// <c>page.next</c> and coming back with <c>page.token</c>.
/// </summary>
internal sealed class ChangeHandler(
    ChangeSelectionParser selections, IArticleReader reader, DocumentCache cache, ChangeContracts contracts, SiteLinks links,
    CommitSignal signal, EventStreams streams, TimeProvider time)
{
    private const string LimitParameter = "limit";
    private const string WaitParameter = "wait";
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;
    private const int MaxWaitSeconds = 60;

    private static readonly string[] Others = [LimitParameter, WaitParameter];

    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (selected, fault) = await selections.ParseAsync(query, Others, since: null, context.RequestAborted);
        if (selected is not { } selection) return fault!;
        if (NumberOf(query, LimitParameter, 1, MaxLimit, DefaultLimit, out var limit) is { } badLimit) return badLimit;
        if (NumberOf(query, WaitParameter, 0, MaxWaitSeconds, 0, out var wait) is { } badWait) return badWait;
        if (wait > 0 && selection.Since is not null && !HttpMethods.IsHead(context.Request.Method))
            return await WaitAsync(selection, limit, TimeSpan.FromSeconds(wait), context.RequestAborted);
        var token = selection.Since?.Write(selection.Scope, selections.Key);
        var document = await cache.GetOrBuildAsync(
            string.Create(CultureInfo.InvariantCulture, $"api changes {limit} {token} ?{selection.QueryString}"),
            cancellation => reader.ReadAsync(
                ReadCost.Unknown, async snapshot => (await BuildAsync(snapshot, selection, limit, cancellation)).Document, cancellation),
            context.RequestAborted);
        return document is null ? Expired() : new DocumentResult(document);
    }

    // Nothing is kept of it: the next request has another token, or the same one and news.
    private async Task<IResult> WaitAsync(ChangeSelection selection, int limit, TimeSpan wait, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        // The answer of a server that stops is that there is nothing new; the client asks the next one.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, streams.Stopping);
        while (true)
        {
            var next = signal.Next;
            var (document, hasNews) = await reader.ReadAsync(
                ReadCost.Unknown, snapshot => BuildAsync(snapshot, selection, limit, cancellationToken), cancellationToken);
            if (document is null) return Expired();
            var left = wait - time.GetElapsedTime(begun);
            if (hasNews || left <= TimeSpan.Zero || streams.Stopping.IsCancellationRequested) return new DocumentResult(document);
            // Time is up, and the answer is that there is nothing new.
            await next.WaitAsync(left, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async ValueTask<(Document? Document, bool HasNews)> BuildAsync(
        IArticleSnapshot snapshot, ChangeSelection selection, int limit, CancellationToken cancellationToken)
    {
        var state = snapshot.State;
        if (selection.Since is { } since && (since.Generation != state.Generation || since.Position.Sequence > state.Sequence))
            return (null, false);
        var announced = signal.Latest.Sequence;
        var position = selection.Since?.Position ?? new ChangePosition(0, state.Sequence);
        var page = await snapshot.ListChangesAsync(
            selection.Query, position, announced > 0 ? announced : null, limit, cancellationToken);
        var token = new ChangeToken(state.Generation, page.Next).Write(selection.Scope, selections.Key);
        var next = page.IsComplete ? null : AddressOf(selection, limit, token);
        var body = ApiJson.Write(new
        {
            Data = await contracts.OfAsync(snapshot, page.Changes, selection, revision: null, cancellationToken),
            Page = new ChangePageContract(next, token, state.Revision),
        });
        var document = new Document(ApiJson.ContentType, body, state.ChangedAt)
        {
            CacheControl = CachePolicy.Unfinished,
            Link = (next is null ? "" : $"<{next}>; rel=\"next\", ") + ApiCatalog.DescriptionLinkOf(links),
            IsOneOfMany = true,
            Tags = [SurrogateKeys.Articles],
        };
        return (document, page.Changes.Count > 0 || !page.IsComplete);
    }

    private string AddressOf(ChangeSelection selection, int limit, string token)
    {
        var query = selection.QueryString.Length == 0 ? "" : selection.QueryString + "&";
        var length = limit == DefaultLimit ? "" : string.Create(CultureInfo.InvariantCulture, $"{LimitParameter}={limit}&");
        return links.Public($"{Routes.Changes}?{query}{length}{ChangeSelectionParser.SinceParameter}={token}");
    }

    /// <summary>The response when the change log of a token is gone.</summary>
    internal static HttpProblem Expired() => new(
        410,
        "token-expired",
        "Token expired",
        "The index was made anew since, and what was deleted in between is not known. Request the changes without since, and replace all "
            + "articles that you have by those of the pages that follow.");

    private static HttpProblem? NumberOf(IQueryCollection query, string name, int least, int most, int unset, out int number)
    {
        number = unset;
        if (query[name].Count == 0) return null;
        var written = query[name].ToString();
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most)
            return null;
        return HttpProblem.BadParameter(
            name,
            $"{name} is \"{MessageText.Shorten(written)}\"; it must be a number from {least} to {most}.",
            unset.ToString(CultureInfo.InvariantCulture));
    }
}
