using System.Runtime.CompilerServices;
using FeedApi.Model;

namespace FeedApi.Rendering.Liquid;

/// <summary>A fault in one tag, which is left out; the rest of the template is rendered.</summary>
internal class LiquidException(string code, string message) : Exception(message)
{
    /// <summary>From <see cref="ProblemCodes"/>.</summary>
    public string Code => code;
}

/// <summary>A template that cannot be parsed.</summary>
internal sealed class LiquidSyntaxException(string message, int line) : LiquidException(ProblemCodes.LiquidSyntax, message)
{
    /// <summary>1-based line of the template.</summary>
    public int Line => line;
}

/// <summary>A template exceeds a limit of time or size; its rendering ends.</summary>
internal sealed class LiquidBudgetException(string message) : Exception(message)
{
    public static void ThrowIfTooLong(long chars) => ThrowIf(chars > LiquidLimits.TextChars, "A text that Liquid makes is too long.");
    public static void ThrowIfTooMany(long items) => ThrowIf(items > LiquidLimits.ListItems, "A list that Liquid makes is too long.");
    public static void ThrowIfTooDeep(int depth) => ThrowIf(depth > LiquidLimits.ValueDepth, "A list or mapping is nested too deeply.");

    /// <summary>Limits the nesting: the limits of blocks and of includes together exceed a small stack.</summary>
    public static void ThrowIfDeeper(int depth) =>
        ThrowIf(depth > LiquidLimits.RenderDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack(), "Blocks are nested too deeply.");

    private static void ThrowIf(bool isBeyond, string message)
    {
        if (isBeyond) throw new LiquidBudgetException(message);
    }
}
