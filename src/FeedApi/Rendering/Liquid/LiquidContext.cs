using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Site;
using FeedApi.Rendering.Liquid.Tags;
using FeedApi.Site;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid;

/// <summary>What one rendering knows and has used up: variables, counters, the place in the template, the budget. Never shared.</summary>
internal sealed class LiquidContext : TemplateContext
{
    private readonly LiquidSite site;
    private readonly ProblemReport report;
    private readonly List<Dictionary<string, FluidValue>> scopes = [new(StringComparer.Ordinal)];
    private readonly Dictionary<string, FluidValue> environment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FluidValue> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private long steps;
    private int depth;

    /// <summary>Begins a rendering of one post.</summary>
    public LiquidContext(LiquidSite site, Post post, List<Problem> problems)
        : base(site.Options)
    {
        this.site = site;
        Post = post;
        report = new ProblemReport(post, problems);
        Time = TimeZoneInfo.ConvertTime(post.Updated > post.Published ? post.Updated.Value : post.Published, site.Config.TimeZone);
        environment["site"] = site.ValuesAt(Time);
        environment["page"] = site.PageOf(post);
        environment["jekyll"] = site.Jekyll;
    }

    /// <summary>The site's settings.</summary>
    public SiteConfig Site => site.Config;

    /// <summary>The site's values and files.</summary>
    public LiquidSite Files => site;

    /// <summary>The post that is rendered.</summary>
    public Post Post { get; }

    /// <summary>What "now" and <c>site.time</c> are: when the post was last changed, so that it renders the same for ever.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Where each <c>cycle</c> has arrived.</summary>
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each loop ended, for <c>offset:continue</c>.</summary>
    public Dictionary<string, long> LoopOffsets { get; } = new(StringComparer.Ordinal);

    /// <summary>The innermost loop's <c>forloop</c>; nil outside of loops.</summary>
    public FluidValue CurrentLoop { get; set; } = NilValue.Instance;

    /// <summary>What <c>ifchanged</c> wrote last.</summary>
    public string? LastChanged { get; set; }

    /// <summary>The value of a variable: the innermost scope that has it counts, then counters, then <c>site</c>, <c>page</c> and <c>jekyll</c>.</summary>
    public FluidValue Find(string name)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i].TryGetValue(name, out var value)) return value;
        }

        return counters.TryGetValue(name, out var counter) ? counter : environment.GetValueOrDefault(name, NilValue.Instance);
    }

    /// <summary>Sets a variable of the whole template, which loops and includes may hide.</summary>
    public void Assign(string name, FluidValue value) => scopes[0][name] = value;

    /// <summary>A counter; 0 when it was never used.</summary>
    public FluidValue Counter(string name) => counters.GetValueOrDefault(name, NumberValue.Zero);

    /// <summary>Sets a counter.</summary>
    public void SetCounter(string name, FluidValue value) => counters[name] = value;

    /// <summary>Begins a scope of variables that hide others.</summary>
    public Dictionary<string, FluidValue> EnterScope()
    {
        var scope = new Dictionary<string, FluidValue>(StringComparer.Ordinal);
        scopes.Add(scope);
        return scope;
    }

    /// <summary>Ends the innermost scope.</summary>
    public void LeaveScope() => scopes.RemoveAt(scopes.Count - 1);

    /// <summary>Goes into a block or an included file.</summary>
    public void Enter()
    {
        if (++depth > LiquidLimits.RenderDepth) throw new LiquidBudgetException("Blocks and includes are nested too deeply; a file may include itself.");
    }

    /// <summary>Comes out of it.</summary>
    public void Leave() => depth--;

    /// <summary>Notes the line of the node that comes next.</summary>
    public void Arrive(int line)
    {
        report.Arrive(line);
        Spend(1);
    }

    /// <summary>Goes into a file; what is told until <see cref="LeaveFile"/> names it.</summary>
    public void EnterFile(string path) => report.EnterFile(path);

    /// <summary>Comes out of the file.</summary>
    public void LeaveFile() => report.LeaveFile();

    /// <summary>Uses up steps.</summary>
    public void Spend(long count)
    {
        steps += count;
        if (steps > LiquidLimits.Steps) throw new LiquidBudgetException("The Liquid takes too many steps.");
    }

    /// <summary>Uses up steps for chars that are read or written.</summary>
    public void SpendText(long chars) => Spend(1 + (chars / LiquidLimits.CharsPerStep));

    /// <summary>Refuses a value that is too large, and uses up steps for it.</summary>
    public void CheckSize(FluidValue value)
    {
        if (value is StringValue text)
        {
            LiquidBudgetException.ThrowIfTooLong(text.ToStringValue().Length);
            SpendText(text.ToStringValue().Length);
        }

        if (value is not ArrayValue list) return;
        LiquidBudgetException.ThrowIfTooMany(list.Values.Count);
        Spend(list.Values.Count);
    }

    /// <summary>Tells of a fault that does not end the rendering.</summary>
    public void Warn(string code, string message, string action) => report.Warn(code, message, action);

    /// <summary>Tells of a tag that nobody knows, once.</summary>
    public void WarnUnknownTag(string name)
    {
        if (!unknown.Add("%" + name)) return;
        var hint = Spelling.Hint(name, [.. LiquidTags.Names]);
        Warn(ProblemCodes.LiquidTag, $"The tag {MessageText.Shorten(name)} is not known{hint}.", "The tag is left out, what it encloses is kept.");
    }

    /// <summary>Tells of a filter that nobody knows, once.</summary>
    public void WarnUnknownFilter(string name)
    {
        if (!unknown.Add("|" + name)) return;
        var hint = Spelling.Hint(name, [.. Options.Filters.Select(filter => filter.Key)]);
        Warn(ProblemCodes.LiquidFilter, $"The filter {MessageText.Shorten(name)} is not known{hint}.", "The value is left as it is.");
    }
}
