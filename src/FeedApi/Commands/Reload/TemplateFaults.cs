using FeedApi.Rendering.Liquid;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Site;

namespace FeedApi.Commands.Reload;

/// <summary>
/// Finds the data file or include that could be read before and cannot be any more. Without it the articles would lose what they show of
/// it; a file that was broken from the start, or is deleted, is a problem of the posts that use it.
/// </summary>
internal static class TemplateFaults
{
    /// <summary>Throws for the first such file.</summary>
    /// <param name="former">The settings in effect.</param>
    /// <param name="present">Those read now.</param>
    /// <exception cref="SiteConfigException">A file is broken; the message begins with its path and line.</exception>
    public static void ThrowIfBroken(SiteConfig former, SiteConfig present)
    {
        foreach (var file in present.Data ?? [])
        {
            if (file.Fault is not null && former.Data?.Any(other => other.Path == file.Path && other.Fault is null) == true)
                throw new SiteConfigException(file.Fault);
        }

        foreach (var (path, text) in present.Includes)
        {
            if (!former.Includes.TryGetValue(path, out var before) || before == text || FaultIn(text) is not { } fault) continue;
            if (FaultIn(before) is null)
                throw new SiteConfigException(FormattableString.Invariant($"{path}:{fault.Line}: {fault.Message}"));
        }
    }

    private static LiquidSyntaxException? FaultIn(string text)
    {
        try
        {
            LiquidParser.Parse(text);
            return null;
        }
        catch (LiquidSyntaxException fault)
        {
            return fault;
        }
        catch (LiquidBudgetException)
        {
            return null;
        }
    }
}
