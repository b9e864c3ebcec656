using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Site;
using FeedApi.Site;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid;

/// <summary>What one rendering knows and has used up: variables, the place in the template, steps, problems. Never shared.</summary>
internal sealed class LiquidContext : TemplateContext
{
    private readonly List<Problem> problems;
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    // Where the rendering is in the post, and in the included files inside each other.
    private readonly Stack<(string Path, int Line)> places = new([("", 1)]);
    private int depth;
    private int reported;

    public LiquidContext(LiquidSite site, Post post, List<Problem> problems)
        : base(site.Options, StringComparer.Ordinal)
    {
        (Files, Post, this.problems) = (site, post, problems);
        Time = TimeZoneInfo.ConvertTime(post.Updated > post.Published ? post.Updated.Value : post.Published, site.Config.TimeZone);
        SetValue("site", site.ValuesAt(Time)).SetValue("page", site.PageOf(post)).SetValue("jekyll", site.Jekyll);
    }

    public SiteConfig Site => Files.Config;
    public LiquidSite Files { get; }
    public Post Post { get; }

    /// <summary>What "now" and <c>site.time</c> are: when the post was last changed, so that it renders the same for ever.</summary>
    public DateTimeOffset Time { get; }

    // Where each cycle has arrived, and each loop has ended, for offset:continue.
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, int> LoopOffsets { get; } = new(StringComparer.Ordinal);

    /// <summary>Steps used up; beyond <see cref="LiquidLimits.Steps"/> the rendering ends.</summary>
    public int Steps => _steps;

    /// <summary>True for a fault that ends the rendering, not only a tag.</summary>
    public bool IsExhaustedBy(Exception fault) => fault is LiquidBudgetException || _steps > MaxSteps;

    /// <summary>Goes to a line; returns the one before.</summary>
    public int Arrive(int line)
    {
        var (path, before) = places.Pop();
        places.Push((path, line));
        return before;
    }

    /// <summary>Goes on to a statement with some text in it, one level deeper until <see cref="Leave"/>; returns the line before.</summary>
    public int Enter(int line, int chars)
    {
        SpendText(chars);
        LiquidBudgetException.ThrowIfDeeper(depth + 1);
        depth++;
        return Arrive(line);
    }

    public void Leave(int lineBefore)
    {
        Arrive(lineBefore);
        depth--;
    }

    public void EnterFile(string path) => places.Push((path, 1));
    public void LeaveFile() => places.Pop();

    public void Spend(long count)
    {
        _steps = (int)Math.Min(_steps + count, MaxSteps + 1L);
        if (_steps > MaxSteps) throw new LiquidBudgetException("The Liquid takes too many steps.");
    }

    public void SpendText(long chars) => Spend(1 + (chars / LiquidLimits.CharsPerStep));
    public void SpendFiles(int files, long bytes) => Spend((files * LiquidLimits.FileSteps) + (bytes / LiquidLimits.CharsPerStep));

    /// <summary>Uses up steps for a value that is read or made, and refuses one that is too large.</summary>
    public void SpendFor(FluidValue value)
    {
        var chars = value is StringValue text ? text.ToStringValue().Length : 0;
        var items = value is ArrayValue list ? list.Values.Count : 0;
        LiquidBudgetException.ThrowIfTooLong(chars);
        LiquidBudgetException.ThrowIfTooMany(items);
        SpendText(chars);
        Spend(items);
    }

    public void Warn(string code, string message, string action)
    {
        var told = places.Count == 1 ? message : $"{places.Peek().Path}:{places.Peek().Line}: {message}";
        var problem = new Problem(code, ProblemSeverity.Warning, Post.Path, Post.BodyLine + places.Last().Line - 1, null, told, action);
        if (problems.Contains(problem) || ++reported > LiquidLimits.Problems) return;
        problems.Add(problem);
    }

    /// <summary>Reports a tag or filter that nobody knows, once.</summary>
    public void WarnUnknown(string code, string kind, string name, IEnumerable<string> known, string action)
    {
        if (!unknown.Add(kind + name)) return;
        Warn(code, $"The {kind} {MessageText.Shorten(name)} is not known{Spelling.Hint(name, [.. known])}.", action);
    }
}
