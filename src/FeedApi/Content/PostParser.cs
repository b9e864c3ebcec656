using System.Text.RegularExpressions;

namespace FeedApi.Content;

/// <summary>Turns the text of one file into a <see cref="Post"/>; null when it must be held back, which the log then says.</summary>
internal sealed partial class PostParser(SiteConfig site)
{
    private const string NotUsed = "It is left out.";

    /// <summary>Reads front matter and body.</summary>
    public Post? Parse(string path, string written, ProblemLog problems)
    {
        var text = XmlText.Clean(written, out var dropped);
        if (dropped) WarnForbidden(problems, written);
        var cut = FrontMatterText.Cut(text);
        if (cut.IsUnclosed)
        {
            problems.Hold(ProblemCodes.FrontMatterUnclosed, 1, 1, $"The front matter has no closing {cut.ClosingFence}: the file was cut off.");
            return null;
        }

        if (cut.Text is null && !CanShowWithout(cut, problems)) return null;
        var map = cut.Text is null ? new YamlMap([], 1, 1) : FrontMatter.Read(cut.Text, cut.Syntax, problems);
        if (map is not null && !site.IsJekyll) map = HugoFrontMatter.Translate(map, path, site.Hugo);
        return map is null ? null : Build(path, map, cut, problems);
    }

    private Post? Build(string path, YamlMap map, FrontMatterText cut, ProblemLog problems)
    {
        var name = PostFileName.Of(path);
        var fields = new FieldReader(map, problems);
        if (PublishedOf(fields, name) is not { } published) return null;
        var (summaryKey, summary) = fields.FindFirst("excerpt", "description", "summary");
        var ownId = fields.Line("id", FieldReader.NameChars);
        return new Post
        {
            Path = path,
            Id = PostAddresses.IdOf(fields, name),
            Guid = fields.Line("guid", FieldReader.AddressChars) ?? ownId,
            Slug = PostAddresses.SlugOf(fields, name),
            HasOwnSlug = fields.Find("slug") is YamlScalar { Text.Length: > 0 },
            Format = name.Format,
            Title = PostTitle.Of(fields, name),
            Published = published,
            ShownFrom = fields.Date(site.TimeZone, NotUsed, "publishDate", "publish_date"),
            ShownUntil = fields.Date(site.TimeZone, NotUsed, "expiryDate", "expiry_date"),
            FileDate = name.Date,
            Updated = fields.Date(site.TimeZone, NotUsed, "last_modified_at", "updated", "lastmod"),
            Categories = [.. PostPath.FoldersAbovePosts(path).Union(PostNames.Of(fields, "category", "categories", site.SplitsCategories), StringComparer.Ordinal)],
            Tags = PostNames.Of(fields, "tag", "tags", site.SplitsCategories),
            Authors = PostAuthors.Of(fields, site.Authors),
            Summary = SummaryOf(fields, summaryKey, summary),
            Image = PostMedia.ImageOf(fields),
            Language = LanguageOf(fields),
            IsHidden = fields.Claim("published") == false || fields.Claim("draft") == true,
            Permalink = PostAddresses.PermalinkOf(fields),
            PermalinkLine = fields.Find("permalink")?.Line,
            Redirects = PostAddresses.RedirectsOf(fields),
            Enclosures = PostMedia.EnclosuresOf(fields),
            Meta = PostMeta.Of(map),
            ExcerptSeparator = fields.Text("excerpt_separator", fields.Find("excerpt_separator")) is { Length: > 0 } separator ? separator : null,
            Body = cut.Body,
            BodyLine = cut.BodyLine,
        };
    }

    // "excerpt: false" asks for none of one's own.
    private static string? SummaryOf(FieldReader fields, string key, YamlNode? value) =>
        value is not YamlScalar { IsPlain: true, Text: "false" } && fields.Text(key, value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private DateTimeOffset? PublishedOf(FieldReader fields, PostFileName name)
    {
        var action = name.Date is null ? "The post is held back." : "The date of the file's name is used.";
        if (fields.Date(site.TimeZone, action, "date") is { } written) return written;
        if (name.Date is { } day) return PostDate.Midnight(day, site.TimeZone);
        var at = fields.Find("date");
        fields.Problems.Hold(ProblemCodes.NoDate, at?.Line, at?.Column, "Neither the front matter nor the file's name has a usable date.");
        return null;
    }

    private static string? LanguageOf(FieldReader fields)
    {
        if (fields.Line("lang", FieldReader.NameChars)?.Replace('_', '-') is not { } tag) return null;
        if (IsLanguage(tag)) return tag;
        fields.WrongKind("lang", fields.Find("lang")!, "a language tag such as en or zh-CN");
        return null;
    }

    /// <summary>True for what has the shape of a BCP 47 tag.</summary>
    public static bool IsLanguage(string tag) => tag.Length <= 35 && LanguageTag().IsMatch(tag);

    // An empty file is one that is just being written.
    private static bool CanShowWithout(FrontMatterText cut, ProblemLog problems)
    {
        var isEmpty = string.IsNullOrWhiteSpace(cut.Body);
        if (isEmpty) problems.Hold(ProblemCodes.FrontMatterMissing, 1, 1, "The file is empty.");
        else problems.Warn(ProblemCodes.FrontMatterMissing, 1, 1, "The file has no front matter.", "Title and date come from the file's name.");
        return !isEmpty;
    }

    private static void WarnForbidden(ProblemLog problems, string written)
    {
        var before = written.AsSpan(0, XmlText.IndexOfForbidden(written));
        FrontMatter.WarnForbidden(problems, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
