using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Emoji;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Replaces <c>:smile:</c> and the like by the emoji, everywhere in the source, code included, as Hugo does.</summary>
internal static partial class EmojiNames
{
    private static readonly FrozenDictionary<string, string> Emoji =
        EmojiMapping.GetDefaultEmojiShortcodeToUnicode().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text with emoji; names that are none stay.</summary>
    public static string Replace(string markdown)
    {
        StringBuilder? text = null;
        var at = 0;
        foreach (Match match in Name().Matches(markdown))
        {
            if (match.Index < at || !Emoji.TryGetValue(match.Value + ":", out var emoji)) continue;
            (text ??= new StringBuilder()).Append(markdown, at, match.Index - at).Append(emoji);
            at = match.Index + match.Length + 1;
        }

        return text is null ? markdown : text.Append(markdown, at, markdown.Length - at).ToString();
    }

    // The colon at the end of what is no name may begin one.
    [GeneratedRegex(":[A-Za-z0-9_+-]+(?=:)")]
    private static partial Regex Name();
}
