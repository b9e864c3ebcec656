using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Site;
using FeedApi.Site;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid;

/// <summary>The state of one rendering: variables, position in the template, steps used, problems. Never shared.</summary>
internal sealed class LiquidContext : TemplateContext
{
    private readonly List<Problem> problems;
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    // The position in the post and in each of the nested included files.
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

    /// <summary>The value of "now" and <c>site.time</c>: when the post was last changed, so that it always renders the same.</summary>
    public DateTimeOffset Time { get; }

    // The next value of each cycle, and the end of each loop for offset:continue.
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, int> LoopOffsets { get; } = new(StringComparer.Ordinal);

    /// <summary>Steps used; beyond <see cref="LiquidLimits.Steps"/> the rendering ends.</summary>
    public int Steps => _steps;

    /// <summary>True for a fault that ends the whole rendering, not just one tag.</summary>
    public bool IsExhaustedBy(Exception fault) => fault is LiquidBudgetException || _steps > MaxSteps;

    /// <summary>Sets the current line and returns the previous one.</summary>
    public int Arrive(int line)
    {
        var (path, before) = places.Pop();
        places.Push((path, line));
        return before;
    }

    /// <summary>Enters a statement, one level deeper until <see cref="Leave"/>, and charges its text; returns the previous line.</summary>
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

    /// <summary>Charges steps for a value that is read or made, and rejects one that is too large.</summary>
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
        var located = places.Count == 1 ? message : $"{places.Peek().Path}:{places.Peek().Line}: {message}";
        var problem = new Problem(code, ProblemSeverity.Warning, Post.Path, Post.BodyLine + places.Last().Line - 1, null, located, action);
        if (problems.Contains(problem) || ++reported > LiquidLimits.Problems) return;
        problems.Add(problem);
    }

    /// <summary>Reports an unknown tag or filter, once.</summary>
    public void WarnUnknown(string code, string kind, string name, IEnumerable<string> known, string action)
    {
        if (!unknown.Add(kind + name)) return;
        Warn(code, $"The {kind} {MessageText.Shorten(name)} is not known{Spelling.Hint(name, [.. known])}.", action);
    }
}
