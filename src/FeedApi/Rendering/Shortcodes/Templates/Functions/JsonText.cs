using System.Globalization;
using System.Text;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>What <c>jsonify</c> makes: JSON as Go writes it, with the keys in order.</summary>
/// <remarks>Go, encoding/json: HTML signs and the line separators are escaped. Hugo, "encoding.Jsonify", options.</remarks>
internal sealed class JsonText
{
    private const int MaxDepth = 64;

    private readonly StringBuilder text = new();
    private readonly string prefix;
    private readonly string indent;
    private readonly bool escapesHtml;
    private readonly TemplateBudget budget;

    private JsonText(IReadOnlyDictionary<string, object?> options, TemplateBudget budget)
    {
        prefix = TemplateValues.TextOf(options.GetValueOrDefault("prefix"));
        indent = TemplateValues.TextOf(options.GetValueOrDefault("indent"));
        escapesHtml = !TemplateValues.IsTrue(options.GetValueOrDefault("noHTMLEscape"));
        this.budget = budget;
    }

    /// <summary>The JSON of the last argument; options may stand before it.</summary>
    public static SafeText Of(FunctionArguments all, TemplateBudget budget)
    {
        var options = all.Count == 1 ? new Dictionary<string, object?>()
            : all.Count == 2 && all.Value(0) is IReadOnlyDictionary<string, object?> given ? given
            : throw all.Wrong();
        var json = new JsonText(options, budget);
        json.Write(all.Last, 0, all);
        return new SafeText(SafeTextKind.Html, json.text.ToString());
    }

    private void Write(object? value, int depth, FunctionArguments all)
    {
        if (depth > MaxDepth) throw all.Wrong();
        var start = text.Length;
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool claim:
                text.Append(claim ? "true" : "false");
                break;
            case long number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                text.Append(GoNumbers.Json(number));
                break;
            case string or SafeText:
                WriteText(value.ToString()!);
                break;
            case IReadOnlyList<object?> list:
                WriteAll('[', ']', list, depth, each => Write(each, depth + 1, all));
                return;
            case IReadOnlyDictionary<string, object?> map:
                WriteAll('{', '}', [.. TemplateValues.InOrder(map)], depth, pair => WriteEntry(pair, depth, all));
                return;
            default:
                throw all.Wrong();
        }

        budget.Spend(text.Length - start);
    }

    private void WriteEntry(KeyValuePair<string, object?> pair, int depth, FunctionArguments all)
    {
        WriteText(pair.Key);
        text.Append(prefix.Length + indent.Length > 0 ? ": " : ":");
        Write(pair.Value, depth + 1, all);
    }

    private void WriteAll<T>(char opening, char closing, IReadOnlyList<T> items, int depth, Action<T> write)
    {
        text.Append(opening);
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0) text.Append(',');
            BeginLine(depth + 1);
            write(items[index]);
        }

        if (items.Count > 0) BeginLine(depth);
        text.Append(closing);
    }

    private void BeginLine(int depth)
    {
        if (prefix.Length + indent.Length == 0) return;
        text.Append('\n').Append(prefix);
        for (var level = 0; level < depth; level++) text.Append(indent);
        budget.Spend(prefix.Length + (indent.Length * depth));
    }

    private void WriteText(string written)
    {
        text.Append('"');
        foreach (var letter in written)
        {
            _ = letter switch
            {
                '"' or '\\' => text.Append('\\').Append(letter),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '<' or '>' or '&' when escapesHtml => Escaped(letter),
                < ' ' or '\u2028' or '\u2029' => Escaped(letter),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    private StringBuilder Escaped(char letter) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
}
