namespace FeedApi.Rendering;

/// <summary>A post that is refused; caught by <see cref="ArticleRenderer"/>, which makes it a problem.</summary>
internal sealed class RenderingException(string code, string message, int? line = null) : Exception(message)
{
    /// <summary>From <see cref="Model.ProblemCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>0-based line of the body; null when the whole body is meant.</summary>
    public int? Line { get; } = line;
}
