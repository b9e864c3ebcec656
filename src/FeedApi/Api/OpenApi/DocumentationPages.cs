using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// The pages at <c>/docs</c>: Swagger UI, whose files are served as documents like all others, so that they have the same
/// validators, content codings and header fields.
/// </summary>
/// <remarks>
/// Its middleware runs in a pipeline of its own, once per file, as its own responses to conditional requests lack the ETag
/// and it does not handle HEAD.
/// </remarks>
internal sealed class DocumentationPages(IServiceProvider services, DocumentCache cache, StaticDates dates)
{
    private const string Prefix = "docs";

    private readonly Lazy<RequestDelegate> swagger = new(() => Build(services));

    /// <summary>The response to a GET or HEAD request.</summary>
    /// <param name="file">The path below <c>/docs/</c>.</param>
    /// <param name="cancellationToken">Cancels the wait for the document.</param>
    public async Task<IResult> AnswerAsync(string file, CancellationToken cancellationToken)
    {
        var document = await cache.GetOrBuildAsync($"{Prefix} {file}", _ => ReadAsync(file), cancellationToken);
        return document is not null
            ? new DocumentResult(document)
            : HttpProblem.NotFound("unknown-address", "There is nothing at this address.");
    }

    private async ValueTask<Document?> ReadAsync(string file)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = $"/{Prefix}/{file}";
        context.Response.Body = body;
        await swagger.Value(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK) return null;
        var bytes = body.ToArray();
        return new Document(
            context.Response.ContentType ?? "application/octet-stream", bytes, dates.Of(context.Request.Path.Value!, bytes))
        {
            ContentSecurityPolicy = SecurityPolicy.Documentation,
        };
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseSwaggerUI(options =>
        {
            options.RoutePrefix = Prefix;
            options.DocumentTitle = "FeedApi";
            options.EnableDeepLinking();
            options.SwaggerEndpoint("../openapi.json", "FeedApi");
            options.ConfigObject.AdditionalItems["validatorUrl"] = "none";
        });
        return pipeline.Build();
    }
}
