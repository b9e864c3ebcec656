using System.Net;
using System.Text.Encodings.Web;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>A tag that is written synchronously and never breaks a loop.</summary>
internal sealed class LiquidTag(Action<TextWriter, LiquidContext> write) : Statement
{
    /// <summary><c>{{ ... }}</c></summary>
    public static LiquidTag Output(Expression expression) => new((writer, context) =>
        WriteText(writer, RubyText.Output(expression.Value(context), context), context));

    public static LiquidTag Unknown(string name) => new((_, context) =>
        context.WarnUnknown(ProblemCodes.LiquidTag, "tag", name, LiquidParser.TagNames, "The tag is left out, what it encloses is kept."));

    /// <summary><c>{% cycle %}</c>: tags with the same values or name share one position; in Fluid all tags without a name do.</summary>
    public static LiquidTag Cycle(CycleStatement read, string markup) => new((writer, context) =>
    {
        var key = read.Group is null ? "\n" + markup.Trim() : RubyText.Of(read.Group.Value(context), context);
        var place = context.Cycles.GetValueOrDefault(key) % read.Values.Count;
        context.Cycles[key] = place + 1;
        context.SpendText(key.Length);
        WriteText(writer, RubyText.Output(read.Values[place].Value(context), context), context);
    });

    /// <summary><c>{% link %}</c> and <c>{% post_url %}</c>: the address of a file, or its name when the file is missing.</summary>
    public static LiquidTag Link(LiquidTemplate target, bool isPost) => new((writer, context) =>
    {
        var name = target.Render(context).Trim();
        var targets = context.Files.Targets;
        var address = isPost ? targets.OfPost(name, context.SpendFiles) : targets.OfFile(name, context.SpendFiles);
        var message = $"The tag {(isPost ? "post_url finds no post" : "link finds no document")} {MessageText.Shorten(name)}.";
        if (address is null) context.Warn(ProblemCodes.LiquidTarget, message, isPost ? "The name is shown." : "The path is shown.");
        WriteText(writer, address ?? name, context);
    });

    /// <summary><c>{% highlight ruby linenos %}</c>: Jekyll's figure with the code in it, without colours.</summary>
    public static LiquidTag Highlight(LiquidParseContext parsing, string markup, LiquidTemplate body)
    {
        var words = RubyText.Words(markup);
        if (words.Length == 0) throw parsing.Fault("highlight names no language.");
        var language = WebUtility.HtmlEncode(words[0].ToLowerInvariant());
        var hasNumbers = words[1..].Any(word => word.StartsWith("linenos", StringComparison.Ordinal));
        var figure = $"\n<figure class=\"highlight\"><pre><code class=\"language-{language.Replace('+', '-')}\" data-lang=\"{language}\">";
        return new((writer, context) =>
        {
            var code = XmlText.Escape(body.Render(context).Trim('\n', '\r')).Replace("&quot;", "\"", StringComparison.Ordinal);
            WriteText(writer, figure + (hasNumbers ? Numbered(code) : WithoutBlankLines(code)) + "</code></pre></figure>\n", context);
        });
    }

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        write(writer, (LiquidContext)context);
        return Normal();
    }

    private static void WriteText(TextWriter writer, string text, LiquidContext context)
    {
        context.SpendText(text.Length);
        writer.Write(text);
    }

    private static string Numbered(string code) =>
        "<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">"
        + string.Concat(code.Split('\n').Select((_, index) => $"{index + 1}\n"))
        + "</pre></td><td class=\"code\"><pre>" + WithoutBlankLines(code) + "\n</pre></td></tr></tbody></table>";

    // An HTML block ends at a blank line (CommonMark 0.31.2, section 4.6): text after it would be read as Markdown.
    private static string WithoutBlankLines(string code) =>
        string.Concat(code.Split('\n').Select(line => line + (string.IsNullOrWhiteSpace(line) ? "&#10;" : "\n"))).TrimEnd('\n');
}
