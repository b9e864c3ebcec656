using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Publishing;
using FeedApi.Queries;

namespace FeedApi.Api.Operations;

/// <summary>Withdraws articles and undoes that: records it, has the post read again, and answers when that is done.</summary>
internal sealed class WithdrawalHandler(
    Withdrawals withdrawals, IArticleReader reader, ContentWatcher watcher, TimeProvider time, ILogger<WithdrawalHandler> logger)
{
    // A first scan of many posts is not waited for: the answer is 202 then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Withdraws an article.</summary>
    public async Task<IResult> WithdrawAsync(HttpContext context, string id)
    {
        if (RefusalOf(context) is { } refusal) return refusal;
        var known = withdrawals.Find(id);
        var article = await FindAsync(id, context.RequestAborted);
        if (known is null && article is null) return Unknown(id);
        var withdrawal = known ?? new Withdrawal(id, article!.SourcePath, Now);
        if (known is null)
        {
            withdrawals.Add(withdrawal);
            Log(context, "withdrawn", withdrawal);
        }

        return article is null
            ? Answer(context, withdrawal, isPublished: false)
            : await AnswerAsync(context, withdrawal, article.SourcePath);
    }

    /// <summary>Undoes a withdrawal.</summary>
    public async Task<IResult> RestoreAsync(HttpContext context, string id)
    {
        if (RefusalOf(context) is { } refusal) return refusal;
        if (withdrawals.Remove(id) is { } former)
        {
            Log(context, "restored", former);
            return await AnswerAsync(context, former with { At = default }, former.Path);
        }

        return await FindAsync(id, context.RequestAborted) is null
            ? Unknown(id)
            : Answer(context, new Withdrawal(id, "", default), isPublished: true);
    }

    // A page that an operator has open in a browser can send requests to this listener too, but not without these fields.
    private static HttpProblem? RefusalOf(HttpContext context) =>
        context.Request.Headers.Origin.Count > 0 || context.Request.Headers["Sec-Fetch-Site"].Count > 0
            ? new HttpProblem(
                403, "not-from-browsers", "Forbidden", "Pages in browsers may not withdraw articles; use a program such as curl.")
            : null;

    private static HttpProblem Unknown(string id) => HttpProblem.NotFound(
        "unknown-article", $"There is no article \"{MessageText.Shorten(id)}\"; GET /api/v1/articles lists them.");

    private async Task<IResult> AnswerAsync(HttpContext context, Withdrawal withdrawal, string path)
    {
        try
        {
            await watcher.RequestAsync(path).WaitAsync(Patience, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            // It is recorded and takes effect later, of which the answer tells.
        }

        return Answer(context, withdrawal, await FindAsync(withdrawal.Id, context.RequestAborted) is not null);
    }

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private static IResult Answer(HttpContext context, Withdrawal withdrawal, bool isPublished)
    {
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        var isWithdrawn = withdrawal.At != default;
        var contract = new WithdrawalContract(withdrawal.Id, isWithdrawn, isWithdrawn ? withdrawal.At : null, isPublished);
        return Results.Json(contract, ApiJson.Options, statusCode: isWithdrawn && isPublished ? 202 : 200);
    }

    private ValueTask<Article?> FindAsync(string id, CancellationToken cancellationToken) =>
        reader.ReadAsync(snapshot => snapshot.FindAsync(id, ArticleBodies.None, cancellationToken), cancellationToken);

    private void Log(HttpContext context, string what, Withdrawal withdrawal) => logger.LogWarning(
        PublishingEvents.Withdrawal,
        "The article {Id} ({File}) was {What} by a request from {Client}",
        withdrawal.Id,
        withdrawal.Path,
        what,
        context.Connection.RemoteIpAddress);
}
