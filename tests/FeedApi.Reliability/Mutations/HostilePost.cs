using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Mutations;

/// <summary>A hostile post in the folder.</summary>
/// <param name="Number">The fault's number.</param>
/// <param name="Mark">Stands in its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What the file is called, or was before it was renamed.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed partial record HostilePost(int Number, string Mark, string Kind, string Name, byte[] Bytes)
{
    /// <summary>
    /// True when the file itself says that the post is not to be seen, or not yet, or no more: then it is rightly neither an article nor a
    /// problem.
    /// </summary>
    public bool SaysHidden
    {
        get
        {
            // Letters of UTF-16 are those of Latin-1 with a zero beside them.
            var text = Encoding.Latin1.GetString(Bytes).Replace("\0", "", StringComparison.Ordinal);
            return HidingKey().IsMatch(text)
                || Year().Matches(text).Any(year => int.Parse(year.Value, CultureInfo.InvariantCulture) >= DateTime.UtcNow.Year);
        }
    }

    /// <summary>Keeps what it holds.</summary>
    public string Keep() => FoundInput.Keep(Mark, Bytes);

    /// <inheritdoc/>
    public override string ToString() => $"the post \"{Name}\" ({Kind})";

    [GeneratedRegex("published|draft|expir|unpublish|publishDate|withdrawn|headless|_build|build", RegexOptions.IgnoreCase)]
    private static partial Regex HidingKey();

    [GeneratedRegex(@"(?<!\d)\d{4}(?!\d)")]
    private static partial Regex Year();
}
