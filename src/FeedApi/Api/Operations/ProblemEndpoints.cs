using FeedApi.Catalog;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Operations;

/// <summary><c>GET /api/v1/problems</c>, only on the management listener, as it contains file names.</summary>
internal static class ProblemEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the list of bad posts.</summary>
    public static IEndpointRouteBuilder MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Problems, Methods, AnswerAsync)
            .WithName("ListProblems")
            .WithTags("Operations")
            .WithSummary("Bad posts")
            .WithDescription("Every current problem of the site's settings and of post files, with its position and the action taken. "
                + "Available only on the management listener (Management:Urls).")
            .WithMetadata(ManagementOnly.Mark)
            .Produces<PostProblemListContract>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IArticleReader reader, SiteProblems settings)
    {
        var problems = await reader.ReadAsync(snapshot => snapshot.ListProblemsAsync(context.RequestAborted), context.RequestAborted);
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        return Results.Json(new PostProblemListContract([.. settings.All.Concat(problems).Select(ContractOf)]), ApiJson.Options);
    }

    /// <summary>The contract of a problem.</summary>
    internal static PostProblemContract ContractOf(Problem problem) => new(
        problem.Code,
        problem.Severity is ProblemSeverity.Error ? "error" : "warning",
        problem.File,
        problem.Line,
        problem.Column,
        problem.Message,
        problem.Action);
}
