using FeedApi.Model;
using FeedApi.Site.Nodes;

namespace FeedApi.Content.Posts;

/// <summary>Collects the problems of one file while it is read.</summary>
internal sealed class ProblemLog(string file)
{
    private readonly List<Problem> problems = [];

    /// <summary>Adds a fault that does not prevent the post from being shown.</summary>
    public void Warn(string code, int? line, int? column, string message, string action) =>
        Add(code, ProblemSeverity.Warning, line, column, message, action);

    /// <summary>Adds a fault because of which the post is rejected.</summary>
    public void Hold(string code, int? line, int? column, string message) =>
        Add(code, ProblemSeverity.Error, line, column, message, "The post is held back.");

    /// <summary>True when a problem with this code was added.</summary>
    public bool Has(string code) => problems.Exists(problem => problem.Code == code);

    /// <summary>All problems, by line and column.</summary>
    public IReadOnlyList<Problem> InOrder() =>
        problems.Count < 2 ? problems : [.. problems.OrderBy(problem => problem.Line ?? 0).ThenBy(problem => problem.Column ?? 0)];

    // A value from "defaults" has no line in the post.
    private void Add(string code, ProblemSeverity severity, int? line, int? column, string message, string action)
    {
        var isOfSite = line == YamlOrigin.NoLine;
        problems.Add(new Problem(
            code,
            severity,
            file,
            isOfSite ? null : line,
            isOfSite ? null : column,
            isOfSite ? $"{message} It is set in the defaults of _config.yml or a cascade." : message,
            action));
    }
}
