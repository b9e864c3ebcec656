using System.Globalization;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>The arguments of one call of a function.</summary>
/// <param name="name">The function's name.</param>
/// <param name="values">The arguments.</param>
internal sealed class FunctionArguments(string name, IReadOnlyList<object?> values)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<object?> All => values;

    /// <summary>How many there are.</summary>
    public int Count => values.Count;

    /// <summary>The last one, which is the piped one if any is.</summary>
    public object? Last => Value(values.Count - 1);

    /// <summary>One of them.</summary>
    public object? Value(int index) => index >= 0 && index < values.Count ? values[index] : throw Wrong();

    /// <summary>One of them as text.</summary>
    public string Text(int index) => TemplateValues.TextOf(Value(index));

    /// <summary>The last one as text.</summary>
    public string LastText => TemplateValues.TextOf(Last);

    /// <summary>One of them as a number.</summary>
    public double Number(int index) => TemplateValues.NumberOf(Value(index)) ?? throw Wrong();

    /// <summary>One of them as a whole number.</summary>
    public int Whole(int index) => (int)Math.Clamp(Number(index), int.MinValue, int.MaxValue);

    /// <summary>One of them as a list; null is an empty one.</summary>
    public IReadOnlyList<object?> List(int index) => Value(index) switch
    {
        null => [],
        IReadOnlyList<object?> list => list,
        _ => throw Wrong(),
    };

    /// <summary>The exception for wrong arguments.</summary>
    public TemplateException Wrong() => new($"uses {name} with arguments that it does not take");

    /// <summary>A count as a value.</summary>
    public static object Number(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (long)number : number;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{name}({Count})");
}
