using System.Buffers;
using Markdig.Helpers;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Finds the rows of dashes below the heads of tables, which Markdig reads after the inlines.</summary>
internal sealed class DelimiterRows
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("|:- \t\r");

    // The last line that was looked at: a line of nothing but dashes is asked for at each of them.
    private string? source;
    private int start = -1;
    private int end = -1;
    private bool isRow;

    /// <summary>True when the line at the start of a slice is such a row.</summary>
    public bool IsInOne(StringSlice slice)
    {
        if (ReferenceEquals(slice.Text, source) && slice.Start >= start && slice.Start < end) return isRow;
        source = slice.Text;
        var text = slice.Text.AsSpan(0, slice.End + 1);
        start = text[..slice.Start].LastIndexOf('\n') + 1;
        var length = text[start..].IndexOf('\n');
        end = length < 0 ? text.Length : start + length;
        var line = text[start..end];
        return isRow = line.Contains('|') && line.ContainsAnyExcept(Signs) is false;
    }
}
