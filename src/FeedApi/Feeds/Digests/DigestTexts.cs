using System.Globalization;
using FeedApi.Model.Text.Han;
using FeedApi.Rendering;

namespace FeedApi.Feeds.Digests;

/// <summary>The words of digests: Chinese for a site in Chinese, in its script, else English.</summary>
internal sealed class DigestTexts
{
    private readonly bool isChinese;
    private readonly HanScript? script;

    private DigestTexts(bool isChinese, HanScript? script) => (this.isChinese, this.script) = (isChinese, script);

    /// <summary>The words for a language.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static DigestTexts In(string language) =>
        new(language.StartsWith("zh", StringComparison.OrdinalIgnoreCase), HanArticles.ScriptOf(language));

    /// <summary>The title of a digest feed.</summary>
    /// <param name="feed">The title of the feed of the same articles.</param>
    /// <param name="grain">The length of its periods.</param>
    public string TitleOf(string feed, DigestGrain grain) => isChinese
        ? Written($"{feed}（{(grain == DigestGrain.Hour ? "每小时汇总" : "每日汇总")}）")
        : $"{feed} ({(grain == DigestGrain.Hour ? "hourly" : "daily")} digest)";

    /// <summary>The name of a period.</summary>
    public string NameOf(DigestPeriod period)
    {
        var day = period.Start.ToString(isChinese ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.InvariantCulture);
        return period.Grain == DigestGrain.Day ? day : $"{day} {TimeOf(period.Start)}–{TimeOf(period.End)}";
    }

    /// <summary>The title of an entry: the period, and the number of its articles.</summary>
    public string TitleOf(DigestPeriod period, int articles)
    {
        var name = NameOf(period);
        return isChinese ? Written(string.Create(CultureInfo.InvariantCulture, $"{name}（{articles} 篇文章）"))
            : string.Create(CultureInfo.InvariantCulture, $"{name} ({articles} {(articles == 1 ? "article" : "articles")})");
    }

    /// <summary>Titles in one line.</summary>
    public string Join(IEnumerable<string> titles) => string.Join(isChinese ? "；" : "; ", titles);

    /// <summary>The time of day of an instant, in its own offset.</summary>
    public static string TimeOf(DateTimeOffset instant) => instant.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Written(string text) => HanArticles.In(text, script);
}
