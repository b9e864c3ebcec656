using System.Text.RegularExpressions;
using FeedApi.Content.Posts;

namespace FeedApi.Content.FrontMatter;

/// <summary>Joins lines without a key, such as the second half of a long title, to the value above them.</summary>
internal static partial class StrayLines
{
    // The joined line is read anew for each of them; no text or list of a real post has more.
    private const int MaxJoined = 200;

    /// <summary>Joins the lines; those that were joined become blank, so that the others keep their numbers.</summary>
    /// <param name="lines">The lines of the front matter.</param>
    /// <param name="linesBefore">Lines of the file above them.</param>
    /// <param name="repaired">Receives the lines that were joined.</param>
    public static void Join(string[] lines, int linesBefore, List<RepairedLine> repaired)
    {
        var above = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (IsKey(line)) above = BlockHeader().IsMatch(line) ? -1 : i;
            else if (above >= 0 && repaired.Count < MaxJoined && (IsInOpenList(lines[above], line) || IsStray(line)))
            {
                lines[above] = $"{lines[above].TrimEnd()} {line.Trim()}";
                lines[i] = "";
                repaired.Add(new RepairedLine("", linesBefore + i + 1, 1, "The line has no key and goes on with the value above."));
            }
            else above = -1;
        }
    }

    private static bool IsKey(string line) => line.Length > 0 && !char.IsWhiteSpace(line[0]) && FrontMatterRepair.KeyValue().IsMatch(line);

    private static bool IsInOpenList(string above, string line) =>
        !string.IsNullOrWhiteSpace(line) && OpenList().IsMatch(above) && !line.StartsWith('-');

    // What may be a key without its colon is no text: "draft true" must not become part of a title.
    private static bool IsStray(string line) =>
        Text().IsMatch(line) && !MisspelledKeys.MayBeKey(FirstWord().Match(line).Value);

    [GeneratedRegex(@"^[\p{L}\p{N}\p{Ps}\p{Pi}]", RegexOptions.NonBacktracking)]
    private static partial Regex Text();

    [GeneratedRegex(@"^[A-Za-z_]*", RegexOptions.NonBacktracking)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"[:\uff1a]\s*\[[^\]]*$", RegexOptions.NonBacktracking)]
    private static partial Regex OpenList();

    [GeneratedRegex(@"[:\uff1a]\s+[|>][0-9+\-]{0,2}\s*(#.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockHeader();
}
