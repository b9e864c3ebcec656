using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Dates;

namespace FeedApi.Content.Posts;

/// <summary>
/// An enclosure as WordPress stores it and importers copy it: a text of lines with address, length, media type and maybe PHP data with the
/// playing time.
/// </summary>
/// <remarks>
/// WordPress, do_enclose() in wp-includes/functions.php; the fourth line is of podcast plugins. YAML may have folded the lines.
/// </remarks>
internal static partial class WordPressEnclosure
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    /// <summary>The enclosure; null when the value is none of that form.</summary>
    public static PostEnclosure? Read(ConfigNode node)
    {
        if (node is not ConfigScalar { Text: var text } || !text.Trim().AsSpan().ContainsAny('\n', '\r', ' ')) return null;
        return Read(text.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            ?? Read(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static PostEnclosure? Read(string[] lines)
    {
        if (lines.Length < 2 || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        var type = lines.Length > 2 && lines[2].Contains('/') ? lines[2] : null;
        var playing = lines.Length > 3 ? PlayingTime().Match(lines[3]) : Match.Empty;
        return new PostEnclosure(
            lines[0], type, length > 0 ? length : null, playing.Success ? Duration.Parse(playing.Groups[1].Value) : null);
    }

    [GeneratedRegex("\"duration\";s:[0-9]+:\"([0-9:]+)\"")]
    private static partial Regex PlayingTime();
}
