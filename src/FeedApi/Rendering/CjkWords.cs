using System.Text;

namespace FeedApi.Rendering;

/// <summary>Counts words and makes summaries as Hugo does for posts whose language it knows to be Chinese, Japanese or Korean.</summary>
/// <remarks>Hugo 0.111, helpers/content.go: a word of ASCII alone counts as one, any other by its characters.</remarks>
internal static class CjkWords
{
    /// <summary>The number of words between white space.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="countsLetters">True: words that are not ASCII count by their characters.</param>
    public static int Count(string text, bool countsLetters) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(word => countsLetters ? LengthOf(word) : 1);

    /// <summary>The first words of a text, the last of them cut where the length is reached.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="length">In words, or characters of words that are not ASCII.</param>
    public static string Beginning(string text, int length)
    {
        var left = length;
        var summary = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (left <= 0) break;
            if (summary.Length > 0) summary.Append(' ');
            var taken = LengthOf(word);
            if (taken <= left) summary.Append(word);
            else foreach (var rune in word.EnumerateRunes().Take(left)) summary.Append(rune.ToString());
            left -= taken;
        }

        return summary.ToString();
    }

    private static int LengthOf(string word) => Ascii.IsValid(word) ? 1 : word.EnumerateRunes().Count();
}
