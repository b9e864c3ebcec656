using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// The pages at <c>/docs</c>: Swagger UI, whose files are served as documents like all others, so that they have the same
/// validators, content codings and header fields. A script and a style sheet of our own make it accessible (WCAG 2.2).
/// </summary>
/// <remarks>
/// Its middleware runs in a pipeline of its own, once per file, as its own responses to conditional requests lack the ETag
/// and it does not handle HEAD.
/// </remarks>
internal sealed class DocumentationPages(IServiceProvider services, DocumentCache cache, StaticDates dates)
{
    private const string Prefix = "docs";
    private const string Script = "accessibility.js";
    private const string StyleSheet = "accessibility.css";

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
        var (mediaType, body) = file switch
        {
            Script => ("text/javascript; charset=utf-8", OwnFile(file)),
            StyleSheet => ("text/css; charset=utf-8", OwnFile(file)),
            _ => await SwaggerFileAsync(file),
        };
        return body is null
            ? null
            : new Document(mediaType, body, dates.Of($"/{Prefix}/{file}", body)) { ContentSecurityPolicy = SecurityPolicy.Documentation };
    }

    private static byte[] OwnFile(string file)
    {
        using var resource = typeof(DocumentationPages).Assembly.GetManifestResourceStream($"{Prefix}/{file}")!;
        using var body = new MemoryStream();
        resource.CopyTo(body);
        return body.ToArray();
    }

    private async ValueTask<(string MediaType, byte[]? Body)> SwaggerFileAsync(string file)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = $"/{Prefix}/{file}";
        context.Response.Body = body;
        await swagger.Value(context);
        var isFound = context.Response.StatusCode == StatusCodes.Status200OK;
        return (context.Response.ContentType ?? "application/octet-stream", isFound ? body.ToArray() : null);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var pipeline = new ApplicationBuilder(services);
        pipeline.UseSwaggerUI(options =>
        {
            options.RoutePrefix = Prefix;
            options.DocumentTitle = "FeedApi";
            options.EnableDeepLinking();
            options.InjectStylesheet(StyleSheet);
            options.InjectJavascript(Script, "module");
            options.SwaggerEndpoint("../openapi.json", "FeedApi");
            options.ConfigObject.AdditionalItems["validatorUrl"] = "none";
        });
        return pipeline.Build();
    }
}
