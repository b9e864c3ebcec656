namespace FeedApi.Http.Semantics;

/// <summary>Makes pages of errors, for people with a browser; a service of the site, whose language and links they have.</summary>
internal interface IErrorPageWriter
{
    /// <summary>The page of an error.</summary>
    ValueTask<ErrorPageBody> WriteAsync(HttpProblem problem);
}

/// <summary>A page of an error.</summary>
/// <param name="ContentType">Its media type with charset.</param>
/// <param name="Bytes">The page.</param>
/// <param name="ContentSecurityPolicy">The policy of pages.</param>
internal sealed record ErrorPageBody(string ContentType, byte[] Bytes, string ContentSecurityPolicy);
