using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>YAML, TOML or JSON is invalid or exceeds a limit; caught where the file is known.</summary>
internal sealed class YamlFault(string code, int line, int column, string message) : Exception(message)
{
    /// <summary>One of <see cref="ProblemCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>1-based line of the file.</summary>
    public int Line { get; } = line;

    /// <summary>1-based column, in chars.</summary>
    public int Column { get; } = column;
}
