using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Words;

/// <summary>The words of one text that another one does not have where its neighbours are.</summary>
/// <remarks>
/// A word counts as kept when it stands in the other text together with two words before it, two behind it or one on each side, whatever
/// signs and white space lie between them: so a common word that is lost is found out although it occurs elsewhere, and text that moves
/// as a whole, such as a footnote, is not lost.
/// </remarks>
internal static partial class LostWords
{
    private static readonly (int Before, int After)[] Windows = [(1, 1), (2, 0), (0, 2)];

    /// <summary>The lost words in order.</summary>
    /// <param name="source">What the author wrote, with gaps.</param>
    /// <param name="published">What readers see.</param>
    public static IReadOnlyList<string> Between(string source, string published)
    {
        var words = WordsOf(source);
        var letters = string.Concat(WordsOf(published));
        return [.. Enumerable.Range(0, words.Count).Where(index => !IsKept(words, index, letters)).Select(index => words[index])];
    }

    private static bool IsKept(List<string> words, int index, string letters) => words[index] == SourceText.Gap
        || Windows.Any(window => letters.Contains(Joined(words, index, window.Before, window.After), StringComparison.Ordinal));

    private static string Joined(List<string> words, int index, int before, int after)
    {
        var (first, last) = (index, index);
        while (before-- > 0 && first > 0 && words[first - 1] != SourceText.Gap) first--;
        while (after-- > 0 && last < words.Count - 1 && words[last + 1] != SourceText.Gap) last++;
        return string.Concat(words.Skip(first).Take(last - first + 1));
    }

    private static List<string> WordsOf(string text) =>
        [.. Word().Matches(text.Normalize(NormalizationForm.FormKC)).Select(match => match.Value)];

    // Han characters are words each, as nothing stands between them.
    [GeneratedRegex(@"\u0001|[\u2E80-\u9FFF\uF900-\uFAFF]|[\p{L}\p{M}\p{N}-[\u2E80-\u9FFF\uF900-\uFAFF]]+")]
    private static partial Regex Word();
}
