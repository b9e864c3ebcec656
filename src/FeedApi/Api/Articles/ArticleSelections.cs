using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>
/// Handles requests with the method QUERY (RFC 10008): the list of articles, with the parameters in the body, so that a selection may be
/// longer than an address.
/// </summary>
internal sealed class ArticleSelections(ArticleListHandler list, SiteLinks links)
{
    /// <summary>The method.</summary>
    public const string Method = "QUERY";

    private const string FormType = "application/x-www-form-urlencoded";

    // Longer ones are refused by proxies.
    private const int MaxAddressChars = 4_000;

    /// <summary>The response: that of a GET request for the same selection.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers["Accept-Query"] = $"\"{FormType}\"";
        if (request.ContentType?.Split(';')[0].Trim().Equals(FormType, StringComparison.OrdinalIgnoreCase) != true) return NotAForm();
        var form = await request.ReadFormAsync(context.RequestAborted);
        var written = QueryString.Create(form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));
        // The answer is that of this address, under which it is cached.
        request.QueryString = request.QueryString.HasValue ? request.QueryString + written : written;
        if (request.QueryString.Value is { Length: < MaxAddressChars } query)
            response.Headers.ContentLocation = links.Public(Routes.Articles) + query;
        return await list.AnswerAsync(context);
    }

    private static HttpProblem NotAForm() => new(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        "Unsupported media type",
        $"The parameters of a selection are sent as {FormType}.");
}
