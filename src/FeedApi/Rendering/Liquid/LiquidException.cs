namespace FeedApi.Rendering.Liquid;

/// <summary>A fault of one tag or one expression: it is left out, the rest of the template is rendered.</summary>
internal class LiquidException(string code, string message) : Exception(message)
{
    /// <summary>From <see cref="Model.ProblemCodes"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>A template that cannot be parsed.</summary>
internal sealed class LiquidSyntaxException(string message, int line) : LiquidException(Model.ProblemCodes.LiquidSyntax, message)
{
    /// <summary>1-based line of the template.</summary>
    public int Line { get; } = line;
}

/// <summary>A template that would take too long or make too much: rendering ends.</summary>
internal sealed class LiquidBudgetException(string message) : Exception(message)
{
    /// <summary>Refuses a text beyond the limit.</summary>
    public static void ThrowIfTooLong(long chars)
    {
        if (chars > LiquidLimits.TextChars) throw new LiquidBudgetException("A text that Liquid makes is too long.");
    }

    /// <summary>Refuses a list beyond the limit.</summary>
    public static void ThrowIfTooMany(long items)
    {
        if (items > LiquidLimits.ListItems) throw new LiquidBudgetException("A list that Liquid makes is too long.");
    }

    /// <summary>Refuses lists and mappings that are nested beyond the limit.</summary>
    public static void ThrowIfTooDeep(int depth)
    {
        if (depth > LiquidLimits.ValueDepth) throw new LiquidBudgetException("A list or mapping is nested too deeply.");
    }
}
