namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["add math.Add"] = (all, _) => Sum(all),
        ["sub math.Sub"] = (all, _) => Result(all, (one, other) => one - other),
        ["mul math.Mul"] = (all, _) => Result(all, (one, other) => one * other),
        ["div math.Div"] = (all, _) => Quotient(all),
        ["mod math.Mod"] = (all, _) => all.Whole(1) == 0 ? throw all.Wrong() : (long)all.Whole(0) % all.Whole(1),
        ["modBool math.ModBool"] = (all, _) => all.Whole(1) == 0 ? throw all.Wrong() : (long)all.Whole(0) % all.Whole(1) == 0,
        ["math.Max"] = (all, _) => Result(all, Math.Max),
        ["math.Min"] = (all, _) => Result(all, Math.Min),
        ["math.Round"] = (all, _) => FunctionArguments.Number(Math.Round(all.Number(0), MidpointRounding.AwayFromZero)),
        ["math.Floor"] = (all, _) => FunctionArguments.Number(Math.Floor(all.Number(0))),
        ["math.Ceil"] = (all, _) => FunctionArguments.Number(Math.Ceiling(all.Number(0))),
        ["int cast.ToInt"] = (all, _) => Whole(all),
        ["float cast.ToFloat"] = (all, _) => all.Number(all.Count - 1),
    };

    // Texts are joined.
    private static object Sum(FunctionArguments all) =>
        all.All.Any(value => value is string or SafeText)
            ? string.Concat(all.All.Select(TemplateValues.TextOf))
            : Result(all, (one, other) => one + other);

    // Whole numbers stay whole, and others are not made so: 2.0 is another number than 2.
    private static object Result(FunctionArguments all, Func<double, double, double> operation)
    {
        if (all.Count == 0) throw all.Wrong();
        var result = Enumerable.Range(1, all.Count - 1).Aggregate(all.Number(0), (sum, index) => operation(sum, all.Number(index)));
        return all.All.All(value => value is long) ? FunctionArguments.Number(result) : result;
    }

    // Go reads a zero in front as the sign of another base.
    private static long Whole(FunctionArguments all) => all.Last switch
    {
        bool claim => claim ? 1L : 0L,
        string or SafeText when all.LastText.TrimStart('-', '+') is ['0', _, ..] => throw all.Wrong(),
        _ => (long)Math.Truncate(all.Number(all.Count - 1)),
    };

    // Whole numbers are divided as in Go.
    private static object Quotient(FunctionArguments all)
    {
        if (all.Number(1) == 0) throw all.Wrong();
        return all.Value(0) is long one && all.Value(1) is long and not -1 and var other ? one / other : all.Number(0) / all.Number(1);
    }
}
