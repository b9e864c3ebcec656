using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Reliability.Syncs;

/// <summary>A post whose title tells which of its states is shown.</summary>
/// <param name="Id">Its id in the API.</param>
/// <param name="Number">What its date is made of.</param>
/// <param name="File">Path of its file below the folder of posts.</param>
/// <param name="Category">Slug and name of its only category.</param>
/// <param name="Stamp">Of its last write; greater than that of every write before it.</param>
/// <param name="Corrections">How many it has.</param>
/// <param name="IsHidden">True: <c>published: false</c>.</param>
/// <param name="HasOwnId">True: its id is in its front matter, and does not depend on the name of its file.</param>
internal sealed record SyncedPost(
    string Id, int Number, string File, string Category, long Stamp, int Corrections = 0, bool IsHidden = false, bool HasOwnId = false)
{
    private const string TitleBegin = "Stamp ";
    private const int MaxParagraphs = 8;

    private static readonly DateTimeOffset Newest = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The title of its last write.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{TitleBegin}{Stamp}");

    /// <summary>The whole file.</summary>
    public string Text()
    {
        var random = new Random((int)Stamp);
        var words = new CorpusText(random);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\ntitle: {Title}\ndate: {Newest.AddMinutes(-Number):yyyy-MM-dd HH:mm:ss} +0000\ncategories: {Category}\n");
        text.Append(CultureInfo.InvariantCulture, $"tags: [t{Stamp % 7}]\n");
        if (HasOwnId) text.Append(CultureInfo.InvariantCulture, $"id: {Id}\n");
        if (IsHidden) text.Append("published: false\n");
        if (Corrections > 0) text.Append("correction:\n");
        for (var i = 1; i <= Corrections; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{text: \"It was {i}\", date: {Newest.AddDays(i):yyyy-MM-dd}}}\n");
        text.Append("---\n");
        for (var i = random.Next(MaxParagraphs); i >= 0; i--) text.Append(words.Paragraph(isEnglish: random.Next(4) == 0)).Append("\n\n");
        return text.ToString();
    }

    /// <summary>The stamp that an article of the API shows.</summary>
    public static long StampOf(JsonNode article) =>
        long.Parse(((string)article["title"]!)[TitleBegin.Length..], CultureInfo.InvariantCulture);
}
