using FeedApi.Model;

namespace FeedApi.Rendering.Liquid;

/// <summary>Notes what goes wrong in one template, each fault once, with its place in the post.</summary>
internal sealed class ProblemReport(Post post, List<Problem> problems)
{
    private readonly List<(string Path, int Line)> files = [];
    private int line = 1;
    private int told;

    /// <summary>Notes the line of the node that comes next.</summary>
    public void Arrive(int line)
    {
        if (files.Count == 0) this.line = line;
        else files[^1] = (files[^1].Path, line);
    }

    /// <summary>Goes into an included file.</summary>
    public void EnterFile(string path) => files.Add((path, 1));

    /// <summary>Comes out of it.</summary>
    public void LeaveFile() => files.RemoveAt(files.Count - 1);

    /// <summary>Notes a fault at the present place.</summary>
    public void Warn(string code, string message, string action)
    {
        var place = files.Count == 0 ? message : $"{files[^1].Path}:{files[^1].Line}: {message}";
        var problem = new Problem(code, ProblemSeverity.Warning, post.Path, post.BodyLine + line - 1, null, place, action);
        if (told >= LiquidLimits.Problems || problems.Contains(problem)) return;
        told++;
        problems.Add(problem);
    }

    /// <summary>Notes a fault at a line of the post's own template.</summary>
    public void WarnAt(int at, string code, string message, string action)
    {
        files.Clear();
        line = at;
        Warn(code, message, action);
    }
}
