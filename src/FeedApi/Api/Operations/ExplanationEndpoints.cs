using System.ComponentModel;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using FeedApi.Model.Text;
using FeedApi.Publishing.Explain;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Operations;

/// <summary><c>GET /api/v1/explain</c>, only on the management listener, as it contains file names.</summary>
internal static class ExplanationEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the explanation of a post.</summary>
    public static IEndpointRouteBuilder MapExplanations(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Explain, Methods, (
                [Description("The path of a file below the content folder, an id, or an address of the site.")] string? post,
                HttpContext context, PostExplainer explainer, Explanations explanations) =>
                    AnswerAsync(context, post, explainer, explanations))
            .WithName("ExplainPost")
            .WithTags("Operations")
            .WithSummary("Why a post is where it is")
            .WithDescription("Why a post is published or not, with the line of its file that decides, and which feeds show it. "
                + "Available only on the management listener (Management:Urls).")
            .WithMetadata(ManagementOnly.Mark)
            .Produces<ExplanationContract>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string? post, PostExplainer explainer, Explanations explanations)
    {
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        if (string.IsNullOrWhiteSpace(post))
            return HttpProblem.BadParameter("post", "post is missing: give the path of a file, an id or an address.", nearest: null);
        return await explainer.ExplainAsync(post.Trim(), context.RequestAborted) is { } explanation
            ? Results.Json(explanations.ContractOf(explanation), ApiJson.Options)
            : new HttpProblem(404, "no-such-post", "No such post", $"No post has the path, id or address {MessageText.Shorten(post)}.");
    }
}
