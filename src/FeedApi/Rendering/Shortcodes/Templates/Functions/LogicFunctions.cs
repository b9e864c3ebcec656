namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Comparisons and choices.</summary>
internal static class LogicFunctions
{
    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["eq compare.Eq"] = (all, _) => Others(all).Any(other => TemplateValues.AreEqual(all.Value(0), other)),
        ["ne compare.Ne"] = (all, _) => Others(all).All(other => !TemplateValues.AreEqual(all.Value(0), other)),
        ["lt compare.Lt"] = (all, _) => Others(all).All(other => TemplateValues.Compare(all.Value(0), other) < 0),
        ["le compare.Le"] = (all, _) => Others(all).All(other => TemplateValues.Compare(all.Value(0), other) <= 0),
        ["gt compare.Gt"] = (all, _) => Others(all).All(other => TemplateValues.Compare(all.Value(0), other) > 0),
        ["ge compare.Ge"] = (all, _) => Others(all).All(other => TemplateValues.Compare(all.Value(0), other) >= 0),
        ["not"] = (all, _) => !TemplateValues.IsTrue(all.Last),
        // With a piped value, of which both are known already.
        ["and"] = (all, _) => all.All.FirstOrDefault(value => !TemplateValues.IsTrue(value), all.Last),
        ["or"] = (all, _) => all.All.FirstOrDefault(TemplateValues.IsTrue, all.Last),
        ["default compare.Default"] = (all, _) => all.Count == 1 || !IsGiven(all.Last) ? all.Value(0) : all.Last,
        ["cond compare.Conditional"] = (all, _) => all.Value(0) is bool claim ? claim ? all.Value(1) : all.Value(2) : throw all.Wrong(),
        ["isset collections.IsSet"] = (all, _) => IsSet(all),
        ["errorf erroridf fmt.Errorf fmt.Erroridf"] = (all, _) => throw new TemplateException($"reports an error: {all.Text(0)}"),
        ["warnf warnidf fmt.Warnf fmt.Warnidf"] = (_, _) => "",
    };

    private static IEnumerable<object?> Others(FunctionArguments all) => all.Count < 2 ? throw all.Wrong() : all.All.Skip(1);

    // Hugo, "default": false is given, zero is not.
    private static bool IsGiven(object? value) => value is bool || TemplateValues.IsTrue(value);

    private static bool IsSet(FunctionArguments all) => all.Value(0) switch
    {
        IReadOnlyDictionary<string, object?> map => map.ContainsKey(all.Text(1)),
        IReadOnlyList<object?> list => all.Whole(1) >= 0 ? all.Whole(1) < list.Count : throw all.Wrong(),
        _ => false,
    };
}
