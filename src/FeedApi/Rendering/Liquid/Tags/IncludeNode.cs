using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% include file.html key="value" %}</c> from <c>_includes</c>, and <c>{% include_relative file.html %}</c> from the post's own folder.</summary>
internal sealed partial class IncludeNode : LiquidNode
{
    private readonly LiquidBody? computedName;
    private readonly string name;
    private readonly List<(string Key, LiquidExpression Value)> parameters;
    private readonly bool hasParameters;
    private readonly bool isRelative;

    private IncludeNode(string name, string written, bool isRelative, int line)
        : base(line)
    {
        this.name = name;
        this.isRelative = isRelative;
        computedName = name.Contains("{{", StringComparison.Ordinal) ? LiquidParser.ParseInside(name, line) : null;
        hasParameters = written.Length > 0;
        parameters = [.. Parameters().Matches(written).Select(match => (match.Groups[1].Value, ValueOf(match)))];
    }

    /// <summary>Reads the tag.</summary>
    public static IncludeNode Read(LiquidTag tag, bool isRelative)
    {
        var markup = tag.Markup.Trim();
        var computed = ComputedName().Match(markup);
        var length = computed.Success ? computed.Length : markup.TakeWhile(letter => !RubyString.IsWhiteSpace(letter)).Count();
        var name = markup[..length].Trim();
        if (name.Length == 0) throw new LiquidSyntaxException($"{tag.Name} names no file.", tag.Line);
        return new IncludeNode(name, markup[length..].Trim(), isRelative, tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        var path = PathOf(context);
        var body = context.Files.Includes.Get(path, context);
        var values = hasParameters ? ReadParameters(context) : null;
        var scope = context.EnterScope();
        context.EnterFile(path);
        if (values is not null) scope["include"] = values;
        try
        {
            body.Write(output, context);
        }
        finally
        {
            context.LeaveFile();
            context.LeaveScope();
        }

        return Completion.Normal;
    }

    private string PathOf(LiquidContext context)
    {
        var file = computedName is null ? name : computedName.Render(context, out _).Trim();
        if (!FileName().IsMatch(file) || UpwardParts().IsMatch(file))
            throw new LiquidException(ProblemCodes.LiquidInclude, $"\"{MessageText.Shorten(file)}\" is not the name of a file that may be included.");
        var slash = context.Post.Path.LastIndexOf('/');
        var folder = isRelative ? context.Post.Path[..Math.Max(0, slash)] : context.Files.Includes.Folder;
        return (folder.Length > 0 ? folder + "/" : "") + file.TrimStart('/');
    }

    private DictionaryValue ReadParameters(LiquidContext context)
    {
        var values = new OrderedMap();
        foreach (var (key, value) in parameters) values.Set(key, value.Evaluate(context));
        return new DictionaryValue(values);
    }

    private static LiquidExpression ValueOf(Match match)
    {
        if (match.Groups[2].Success) return new ConstantExpression(new StringValue(match.Groups[2].Value.Replace("\\\"", "\"", StringComparison.Ordinal)));
        return match.Groups[3].Success ? new ConstantExpression(new StringValue(match.Groups[3].Value.Replace("\\'", "'", StringComparison.Ordinal)))
            : ExpressionText.Read(match.Groups[4].Value);
    }

    [GeneratedRegex(@"([A-Za-z0-9_\-]+)\s*=\s*(?:""((?:[^""\\]|\\[^\n])*)""|'((?:[^'\\]|\\[^\n])*)'|([A-Za-z0-9_.\-]+))", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^[^{]*(?:\{\{\s*[A-Za-z0-9_\-.]+\s*(?:\|[^}]*)?\}\}[^\s{}]*)+", RegexOptions.NonBacktracking)]
    private static partial Regex ComputedName();

    [GeneratedRegex(@"^[A-Za-z0-9_/.\-()+~#@]+$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex(@"[./]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex UpwardParts();
}
