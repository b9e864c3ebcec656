using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% include file.html key="value" %}</c>, and <c>{% include_relative %}</c> from the post's own folder.</summary>
internal sealed partial class IncludeNode(LiquidTemplate name, bool isRelative, IReadOnlyList<(string Key, Expression Value)> parameters)
{
    public static LiquidTag Read(LiquidParseContext context, string markup, bool isRelative)
    {
        var word = FirstWord().Match(markup);
        if (!word.Success) throw context.Fault("include names no file.");
        var parameters = Parameters().Matches(markup[word.Length..]).Select(Parameter);
        return new(new IncludeNode(LiquidParser.Parse(word.Value), isRelative, [.. parameters]).Write);
    }

    private void Write(TextWriter writer, LiquidContext context)
    {
        var path = PathOf(name.Render(context).Trim(), context);
        var template = context.Files.Includes.Get(path, context);
        var outer = context.GetValue("include");
        var given = parameters.Select(each => (each.Key, each.Value.Value(context)));
        if (parameters.Count > 0) context.SetValue("include", ValueMap.From([.. given]));
        context.EnterFile(path);
        try
        {
            template.Write(writer, context);
        }
        finally
        {
            context.LeaveFile();
            context.SetValue("include", outer);
        }
    }

    private string PathOf(string file, LiquidContext context)
    {
        if (!FileName().IsMatch(file) || UpwardParts().IsMatch(file))
            throw new LiquidException(ProblemCodes.LiquidInclude, $"\"{MessageText.Shorten(file)}\" is not the name of a file to include.");
        var slash = context.Post.Path.LastIndexOf('/');
        var folder = isRelative ? context.Post.Path[..Math.Max(0, slash)] : context.Files.Includes.Folder;
        return (folder.Length > 0 ? folder + "/" : "") + file.TrimStart('/');
    }

    private static (string Key, Expression Value) Parameter(Match match)
    {
        var written = match.Groups[2].Value;
        var value = written[0] is '"' or '\''
            ? new LiteralExpression(new StringValue(written[1..^1].Replace("\\" + written[0], written[..1], StringComparison.Ordinal)))
            : LiquidParser.ParseExpression(written);
        return (match.Groups[1].Value, value ?? new LiteralExpression(NilValue.Instance));
    }

    [GeneratedRegex("""([\w\-]+)\s*=\s*("(?:[^"\\]|\\[^\n])*"|'(?:[^'\\]|\\[^\n])*'|[\w.\-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters();

    // An output in the name may contain spaces.
    [GeneratedRegex(@"^(?:\{\{[^}]*\}\}|[^\s{])+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^[A-Za-z0-9_/.\-()+~#@]+$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"[./]{2,}")]
    private static partial Regex UpwardParts();
}
