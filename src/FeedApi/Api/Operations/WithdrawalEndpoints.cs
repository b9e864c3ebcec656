using System.ComponentModel;
using FeedApi.Http.Hosting;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Operations;

/// <summary><c>POST</c> and <c>DELETE /api/v1/withdraw/{id}</c>, only on the management listener.</summary>
internal static class WithdrawalEndpoints
{
    /// <summary>Maps the withdrawal of articles.</summary>
    public static IEndpointRouteBuilder MapWithdrawals(this IEndpointRouteBuilder routes)
    {
        Describe(routes.MapPost(Routes.Withdrawal, (
                [Description("The article's id.")] string id, HttpContext context, WithdrawalHandler handler) =>
                    handler.WithdrawAsync(context, id)))
            .WithName("WithdrawArticle")
            .WithSummary("Withdraw an article")
            .WithDescription("Removes one article from feeds, archives, pages, search and the API, which answer 410 from then on. It stays "
                + "withdrawn over restarts and whatever becomes of its file. Asking again changes nothing. "
                + "Available only on the management listener (Management:Urls).");
        Describe(routes.MapDelete(Routes.Withdrawal, (
                [Description("The article's id.")] string id, HttpContext context, WithdrawalHandler handler) =>
                    handler.RestoreAsync(context, id)))
            .WithName("RestoreArticle")
            .WithSummary("Undo a withdrawal")
            .WithDescription("Shows an article again that was withdrawn at this address, unless its file says withdrawn: true. "
                + "Available only on the management listener (Management:Urls).");
        return routes;
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .WithTags("Operations")
        .WithMetadata(ManagementOnly.Mark)
        .Produces<WithdrawalContract>()
        .Produces<WithdrawalContract>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
