using FeedApi.Content;

namespace FeedApi.Rendering.Liquid;

/// <summary>Collects what goes wrong in one template, each fault once, with its place in the post.</summary>
internal sealed class ProblemReport(Post post, List<Problem> problems)
{
    // The included files that are being rendered, the innermost last.
    private readonly Stack<(string Path, int Line)> files = [];
    private int line = 1;
    private int reported;

    public void Arrive(int line)
    {
        if (files.TryPop(out var file)) files.Push((file.Path, line));
        else this.line = line;
    }

    public void EnterFile(string path) => files.Push((path, 1));

    public void LeaveFile() => files.Pop();

    public void Warn(string code, string message, string action)
    {
        var place = files.TryPeek(out var file) ? $"{file.Path}:{file.Line}: {message}" : message;
        var problem = new Problem(code, ProblemSeverity.Warning, post.Path, post.BodyLine + line - 1, null, place, action);
        if (reported >= LiquidLimits.Problems || problems.Contains(problem)) return;
        reported++;
        problems.Add(problem);
    }
}
