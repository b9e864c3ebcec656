using FeedApi.Content;
using FeedApi.Rendering.Liquid.Site;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid;

/// <summary>What one rendering knows and has used up: variables, the place in the template, steps. Never shared between renderings.</summary>
internal sealed class LiquidContext : TemplateContext
{
    private readonly ProblemReport report;
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private int depth;

    public LiquidContext(LiquidSite site, Post post, ProblemReport report)
        : base(site.Options, StringComparer.Ordinal)
    {
        (Files, Post, this.report) = (site, post, report);
        Time = TimeZoneInfo.ConvertTime(post.Updated > post.Published ? post.Updated.Value : post.Published, site.Config.TimeZone);
        SetValue("site", site.ValuesAt(Time)).SetValue("page", site.PageOf(post)).SetValue("jekyll", site.Jekyll);
    }

    public SiteConfig Site => Files.Config;

    public LiquidSite Files { get; }

    public Post Post { get; }

    /// <summary>What "now" and <c>site.time</c> are: when the post was last changed, so that it renders the same for ever.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Where each <c>cycle</c> has arrived.</summary>
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each loop ended, for <c>offset:continue</c>.</summary>
    public Dictionary<string, int> LoopOffsets { get; } = new(StringComparer.Ordinal);

    /// <summary>Steps used up; beyond <see cref="LiquidLimits.Steps"/> the rendering ends.</summary>
    public int Steps => _steps;

    /// <summary>True for a fault that ends the rendering, not only a tag.</summary>
    public bool IsExhaustedBy(Exception fault) => fault is LiquidBudgetException || _steps > MaxSteps;

    /// <summary>Goes on to a statement with some text in it, one level deeper until <see cref="Leave"/>.</summary>
    public void Enter(int line, int chars)
    {
        report.Arrive(line);
        SpendText(chars);
        LiquidBudgetException.ThrowIfStackEnds();
        if (++depth > LiquidLimits.RenderDepth) throw new LiquidBudgetException("Blocks and includes are nested too deeply.");
    }

    public void Leave() => depth--;

    public void EnterFile(string path) => report.EnterFile(path);

    public void LeaveFile() => report.LeaveFile();

    public void Spend(long count)
    {
        _steps = (int)Math.Min(_steps + count, MaxSteps + 1L);
        if (_steps > MaxSteps) throw new LiquidBudgetException("The Liquid takes too many steps.");
    }

    public void SpendText(long chars) => Spend(1 + (chars / LiquidLimits.CharsPerStep));

    /// <summary>Uses up steps for files that are looked at, and bytes of them that are read.</summary>
    public void SpendFiles(int files, long bytes) => Spend((files * LiquidLimits.FileSteps) + (bytes / LiquidLimits.CharsPerStep));

    /// <summary>Uses up steps for a value that is read or made, and refuses one that is too large.</summary>
    public void SpendFor(FluidValue value)
    {
        var (chars, items) = (value is StringValue text ? text.ToStringValue().Length : 0, value is ArrayValue list ? list.Values.Count : 0);
        LiquidBudgetException.ThrowIfTooLong(chars);
        LiquidBudgetException.ThrowIfTooMany(items);
        SpendText(chars);
        Spend(items);
    }

    public void Warn(string code, string message, string action) => report.Warn(code, message, action);

    /// <summary>Reports a tag or filter that nobody knows, once.</summary>
    public void WarnUnknown(string code, string kind, string name, IEnumerable<string> known, string action)
    {
        if (unknown.Add(kind + name)) Warn(code, $"The {kind} {FieldReader.Shorten(name)} is not known{Spelling.Hint(name, [.. known])}.", action);
    }
}
