using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Reliability.Saves;

/// <summary>
/// Posts that tell whether they are whole: each says its number and version in the title, at the beginning of its text and at the end.
/// </summary>
internal static partial class SavedPost
{
    /// <summary>How many categories the posts are spread over.</summary>
    public const int Categories = 20;

    private const int MaxParagraphs = 12;

    private static readonly DateTimeOffset Newest = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The id of a post.</summary>
    public static string IdOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Newest.AddMinutes(-number):yyyy-MM-dd}-post-{number:00000}");

    /// <summary>The category of a post, in every version.</summary>
    public static string CategoryOf(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number % Categories}");

    /// <summary>The title of a version.</summary>
    public static string TitleOf(int number, int version) => string.Create(CultureInfo.InvariantCulture, $"Post {number} v {version}");

    /// <summary>The whole file.</summary>
    public static string TextOf(int number, int version)
    {
        var random = new Random((number * 31) + version);
        var words = new CorpusText(random);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\ntitle: \"{TitleOf(number, version)}\"\ndate: {Newest.AddMinutes(-number):yyyy-MM-dd HH:mm:ss} +0000\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"categories: {CategoryOf(number)}\ntags: [t{(number + version) % 7}]\n---\nBegin {number}v{version}.\n\n");
        for (var i = random.Next(MaxParagraphs); i >= 0; i--) text.Append(words.Paragraph(isEnglish: random.Next(4) == 0)).Append("\n\n");
        return text.Append(CultureInfo.InvariantCulture, $"End {number}v{version}.\n").ToString();
    }

    /// <summary>What a reader saw of a post: its version; null when title, beginning and end are not those of one version.</summary>
    /// <param name="number">The post.</param>
    /// <param name="shown">Title and body, in whatever markup.</param>
    public static int? VersionIn(int number, string shown)
    {
        var titles = Title().Matches(shown).Select(match => (match.Groups[1].Value, match.Groups[2].Value));
        var begins = Begin().Matches(shown).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        var ends = End().Matches(shown).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        if (begins.Count == 0 || ends.Count == 0) return null;
        var seen = titles.Concat(begins).Concat(ends).Distinct().ToList();
        return seen is [var (of, version)] && of == number.ToString(CultureInfo.InvariantCulture)
            ? int.Parse(version, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The number in an id or an address that ends in one.</summary>
    public static int? NumberIn(string text) =>
        Number().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"Post (\d+) v (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex(@"Begin (\d+)v(\d+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex Begin();

    [GeneratedRegex(@"End (\d+)v(\d+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex End();

    [GeneratedRegex(@"post-(\d{5})", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
