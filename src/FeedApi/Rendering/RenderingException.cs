namespace FeedApi.Rendering;

/// <summary>A post is rejected; caught by <see cref="ArticleRenderer"/>, which reports it as a problem.</summary>
internal sealed class RenderingException(string code, string message, int? line = null) : Exception(message)
{
    /// <summary>From <see cref="Model.ProblemCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>0-based line of the body; null for the whole body.</summary>
    public int? Line { get; } = line;
}
