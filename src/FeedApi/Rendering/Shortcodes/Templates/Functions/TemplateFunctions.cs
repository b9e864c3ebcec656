using System.Collections.Frozen;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>A function: its arguments, of which a piped value is the last, and what it needs to know.</summary>
internal delegate object? TemplateFunction(FunctionArguments arguments, TemplateContext context);

/// <summary>The functions of templates, by name.</summary>
/// <remarks>
/// Those of Hugo that depend on nothing but their arguments, under their short names and those with a namespace. Others fail by name.
/// </remarks>
internal static class TemplateFunctions
{
    private static readonly FrozenDictionary<string, TemplateFunction> All =
        LogicFunctions.All.Concat(TextFunctions.All).Concat(SafeFunctions.All).Concat(ListFunctions.All).Concat(NumberFunctions.All)
            .Concat(AddressFunctions.All)
            .SelectMany(each => each.Key.Split(' ').Select(name => KeyValuePair.Create(name, each.Value)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a function makes of its arguments.</summary>
    /// <exception cref="TemplateException">It is unknown, or its arguments are wrong.</exception>
    public static object? Call(string name, IReadOnlyList<object?> arguments, TemplateContext context)
    {
        if (!All.TryGetValue(name, out var function)) throw new TemplateException($"uses {name}");
        foreach (var argument in arguments) context.Budget.Spend(TemplateValues.SizeOf(argument));
        var value = function(new FunctionArguments(name, arguments), context);
        context.Budget.Spend(TemplateValues.SizeOf(value));
        return value;
    }
}
