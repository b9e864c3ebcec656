using System.Globalization;

namespace FeedApi.Rendering.Markdown;

/// <summary>
/// The info string of a code fence of Zola, such as <c>rust,linenos,hide_lines=1-2 5</c>. What only concerns looks (<c>linenos</c>,
/// <c>hl_lines</c>, <c>name</c>) is left out.
/// </summary>
/// <remarks>Zola, "Syntax highlighting, annotations".</remarks>
internal sealed class ZolaFence
{
    private const int MaxRanges = 64;

    private readonly List<(int First, int Last)> hidden = [];

    /// <summary>The language; empty when none is named.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Reads an info string.</summary>
    public static ZolaFence Parse(string info)
    {
        var fence = new ZolaFence();
        foreach (var option in info.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is ["hide_lines", var ranges]) fence.Hide(ranges);
            else if (parts is [var name] && name is not ("linenos" or "copy") && fence.Language.Length == 0) fence.Language = name;
        }

        return fence;
    }

    /// <summary>True when the line with this 1-based number is not shown.</summary>
    public bool Hides(int line) => hidden.Exists(range => line >= range.First && line <= range.Last);

    private void Hide(string ranges)
    {
        foreach (var range in ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxRanges))
        {
            var bounds = range.Split('-', 2);
            if (Number(bounds[0]) is { } first && Number(bounds[^1]) is { } last)
                hidden.Add((Math.Min(first, last), Math.Max(first, last)));
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
