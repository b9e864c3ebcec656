using System.Globalization;
using System.Net;
using System.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% highlight ruby linenos %}...{% endhighlight %}</c>: Jekyll's figure with the code in it, without colours.</summary>
internal sealed class HighlightNode(string language, bool hasNumbers, LiquidBody body, int line) : LiquidNode(line)
{
    /// <summary>Reads the tag.</summary>
    public static HighlightNode Read(LiquidParser parser, LiquidTag tag)
    {
        var words = RubyString.Words(tag.Markup);
        if (words.Length == 0) throw new LiquidSyntaxException("highlight names no language.", tag.Line);
        var hasNumbers = words.Skip(1).Any(word => word.StartsWith("linenos", StringComparison.Ordinal));
        return new HighlightNode(words[0].ToLowerInvariant(), hasNumbers, parser.ReadBody("highlight", out _), tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        var code = body.Render(context, out var completion).Trim('\n', '\r');
        var name = WebUtility.HtmlEncode(language);
        output.Write($"\n<figure class=\"highlight\"><pre><code class=\"language-{name.Replace('+', '-')}\" data-lang=\"{name}\">");
        output.Write(hasNumbers ? Numbered(code) : WithoutBlankLines(Escape(code)));
        output.Write("</code></pre></figure>\n");
        return completion;
    }

    private static string Numbered(string code)
    {
        var numbers = new StringBuilder();
        for (var i = 1; i <= code.AsSpan().Count('\n') + 1; i++) numbers.Append(CultureInfo.InvariantCulture, $"{i}\n");
        return "<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">" + numbers
            + "</pre></td><td class=\"code\"><pre>" + WithoutBlankLines(Escape(code)) + "\n</pre></td></tr></tbody></table>";
    }

    private static string Escape(string code) => code.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // An HTML block ends at a blank line (CommonMark 0.31.2, section 4.6): what follows it would be read as Markdown.
    private static string WithoutBlankLines(string code)
    {
        if (!code.Contains('\n')) return code;
        var text = new StringBuilder(code.Length);
        foreach (var line in code.Split('\n')) text.Append(line).Append(string.IsNullOrWhiteSpace(line) ? "&#10;" : "\n");
        return text.ToString().TrimEnd('\n');
    }
}
