using System.Globalization;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>The shortcode in its template: its arguments and the text inside it.</summary>
/// <param name="name">Its name.</param>
/// <param name="ordinal">Its 0-based number among the shortcodes of the body.</param>
/// <param name="given">Its arguments.</param>
/// <param name="inner">The text between its tags, whose own shortcodes are rendered; empty for a single tag.</param>
/// <param name="page">The post.</param>
internal sealed class ShortcodeObject(string name, int ordinal, ShortcodeArguments given, string inner, PageObject page) : ITemplateObject
{
    private readonly Dictionary<string, ShortcodeArgument> named = given.All.Where(each => each.Name is not null)
        .GroupBy(each => each.Name!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Last(), StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<string> deindented = new(() => Deindent(inner));
    private object? parameters;
    private ScratchObject? scratch;

    /// <inheritdoc/>
    public object? FieldOf(string field, IReadOnlyList<object?> arguments) => (field, arguments) switch
    {
        ("Get", [var key]) => Get(key),
        ("Params", []) => parameters ??= Params(),
        ("IsNamedParams", []) => given.IsNamed,
        ("Inner", []) => new SafeText(SafeTextKind.Html, inner),
        ("InnerDeindent", []) => new SafeText(SafeTextKind.Html, deindented.Value),
        ("Name", []) => name,
        ("Ordinal", []) => (long)ordinal,
        ("Page", []) => page,
        ("Site", []) => page.Site,
        ("Scratch" or "Store", []) => scratch ??= new ScratchObject(page.Context!.Budget),
        _ => throw new TemplateException($"uses .{field}"),
    };

    // A missing argument is an empty text.
    private object Get(object? key)
    {
        var name = TemplateValues.TextOf(key);
        if (given.IsNamed) return named.TryGetValue(name, out var argument) ? ValueOf(argument) : "";
        var isPosition = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        return isPosition && given.At(position) is { } found ? ValueOf(found) : "";
    }

    private object Params() => given.IsNamed
        ? named.ToDictionary(pair => pair.Key, pair => (object?)ValueOf(pair.Value), StringComparer.OrdinalIgnoreCase)
        : given.All.Select(each => (object?)ValueOf(each)).ToList();

    // Hugo gives arguments without quotes that are numbers or Booleans as such.
    private static object ValueOf(ShortcodeArgument argument) => argument.IsQuoted ? argument.Text : ConfigValues.Typed(argument.Text);

    private static string Deindent(string text)
    {
        var lines = text.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart(' ', '\t').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : line.TrimStart()));
    }
}
