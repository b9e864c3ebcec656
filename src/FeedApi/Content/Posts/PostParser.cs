using FeedApi.Content.FrontMatter;
using FeedApi.Content.Hugo;
using FeedApi.Content.Jekyll;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Nodes;
using FeedApi.Site.Zola;

namespace FeedApi.Content.Posts;

/// <summary>Parses the text of one file into a <see cref="Post"/>; null when it is rejected, with the reason in the log.</summary>
internal sealed partial class PostParser(SiteConfig site)
{
    private const string NotUsed = "It is left out.";

    /// <summary>Reads front matter and body.</summary>
    public Post? Parse(PostFile file, string written, ProblemLog problems)
    {
        var text = XmlText.Clean(written, out var dropped);
        if (dropped) WarnForbidden(problems, written);
        var cut = FrontMatterText.Cut(text);
        if (cut.IsUnclosed)
        {
            problems.Hold(
                ProblemCodes.FrontMatterUnclosed, 1, 1, $"The front matter has no closing {cut.ClosingFence}: the file was cut off.");
            return null;
        }

        if (cut.Text is null && !CanShowWithout(cut, problems)) return null;
        var map = cut.Text is null ? new ConfigMap([], 1, 1) : FrontMatterReader.Read(cut.Text, cut.Syntax, problems);
        if (map is null) return null;
        if (cut.BlankLines > 0 && site.IsJekyll) WarnBlankLines(problems);
        map = site.IsJekyll ? site.Defaults.Under(file.Path, map) : HugoPost.FrontMatterOf(map, file, site, problems);
        return map is null ? null : Build(file, map, cut, problems);
    }

    private Post? Build(PostFile file, ConfigMap map, FrontMatterText cut, ProblemLog problems)
    {
        var path = file.Path;
        var name = site.NameOf(path);
        var fields = new FieldReader(map, problems);
        // Every fault of a post is reported, also when one of them holds it back.
        var isAcceptable = MisspelledKeys.Report(map, site, problems);
        var visibility = PostVisibility.IsHidden(fields, site);
        var date = PublishedOf(fields, name, file, visibility is true);
        if (date is not { } published || visibility is not { } isHidden || !isAcceptable) return null;
        if (site.IsJekyll) JekyllWarnings.AboutName(path, problems);
        var (summaryKey, summary) = site.IsJekyll ? JekyllSummary.Find(fields) : fields.FindFirst("excerpt", "description", "summary");
        var ownId = fields.Line("id", FieldReader.NameChars);
        var categories = CategoriesOf(fields, path);
        var updated = PostCorrection.UpdatedOf(fields, site, NotUsed);
        return new Post
        {
            Path = path,
            NameId = PostAddresses.NameIdOf(fields, name, isUsed: ownId is null),
            WrittenId = PostAddresses.WrittenIdOf(fields),
            Guid = fields.Line("guid", HttpAddress.MaxChars) ?? ownId,
            Slug = SlugOf(fields, name),
            WrittenSlug = PostAddresses.WrittenSlugOf(fields, name),
            HasOwnSlug = fields.Find("slug") is ConfigScalar { Text.Length: > 0 },
            Format = site.IsJekyll && !site.Sources.IsMarkdown(Path.GetExtension(path)) ? PostFormat.Html : name.Format,
            Title = PostTitle.Of(fields, name, site.IsJekyll),
            Published = published,
            ShownFrom = fields.Date(site, NotUsed, "publishDate", "publish_date", "publishdate"),
            ShownUntil = fields.Date(site, NotUsed, "expiryDate", "expiry_date", "expirydate"),
            FileDate = name.Date,
            Updated = updated,
            Correction = PostCorrection.Of(fields, site, updated),
            Ai = PostAi.Of(fields),
            IsOutOfFeeds = PostReach.IsOutOfFeeds(fields),
            IsWithdrawn = PostReach.IsWithdrawn(fields),
            Categories = categories,
            JekyllCategories = site.IsJekyll ? PostNames.JekyllCategoriesOf(fields, categories) : null,
            Tags = PostNames.TagsOf(fields, site),
            Authors = PostAuthors.Of(fields, site.Authors),
            Summary = SummaryOf(fields, summaryKey, summary),
            HasMarkdownSummary = site.Hugo is { IsZola: false } && summaryKey == "excerpt",
            IsCjk = site.Hugo is { } hugo ? HugoCjk.Of(fields, hugo, cut) : null,
            Image = PostMedia.ImageOf(fields),
            HasNoImage = PostMedia.HasNoImage(fields),
            // In Hugo's and Zola's sites with several languages only the path says which one it is.
            Language = site.Hugo?.LanguageOfPath(path) ?? LanguageOf(fields),
            TranslationKey = TranslationKeyOf(fields, path),
            IsHidden = isHidden || site.Hugo?.IsInDisabledLanguage(path) == true || ZolaVisibility.Hides(site, path, fields),
            Permalink = PostAddresses.PermalinkOf(fields),
            PermalinkLine = fields.Find("permalink") is { Line: > YamlOrigin.NoLine and var line } ? line : null,
            Redirects = PostAddresses.RedirectsOf(fields, site.Feeds),
            RedirectTo = PostAddresses.RedirectTargetOf(fields),
            Enclosures = PostMedia.EnclosuresOf(fields),
            Meta = PostMeta.Of(map),
            FrontMatterMap = map,
            ExcerptSeparator = fields.Text("excerpt_separator", fields.Find("excerpt_separator")),
            Body = cut.Body,
            BodyLine = cut.BodyLine,
        };
    }

    // Folders are categories in Jekyll only. A document of a collection is in a category of the collection's name, by which its feeds
    // select it.
    private string[] CategoriesOf(FieldReader fields, string path)
    {
        var folders = site.Hugo is null ? PostPath.FoldersAbovePosts(site.Sources.RelativePath(path)) : [];
        var written = folders.Union(PostNames.CategoriesOf(fields, site), StringComparer.Ordinal);
        return site.Sources.CollectionOf(path) is { } label ? [.. written.Union([label], StringComparer.Ordinal)] : [.. written];
    }

    // Zola makes an address of any slug, so none is at fault.
    private string SlugOf(FieldReader fields, PostFileName name)
    {
        if (site.Hugo is not { IsZola: true, Zola: var zola }) return PostAddresses.SlugOf(fields, name, warns: site.Hugo is null);
        var written = fields.Line("slug", FieldReader.NameChars) ?? name.Slug;
        return ZolaSlug.Of(written, zola.Paths) is { Length: > 0 } slug ? slug : Slug.From(name.Stem);
    }

    // "excerpt: false" means that the post has no summary of its own.
    private static string? SummaryOf(FieldReader fields, string key, ConfigNode? value) =>
        value is not ConfigScalar { IsPlain: true, Text: "false" }
            && fields.Text(key, value) is { } text
            && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    // As in Jekyll, the date of a draft without one is that of its last change; a document's would be the time of each build.
    // A hidden post needs none until it is to be shown.
    private DateTimeOffset? PublishedOf(FieldReader fields, PostFileName name, PostFile file, bool isHidden)
    {
        var isDraft = isHidden || (site.IsJekyll && PostPath.IsDraft(file.Path)) || site.Sources.CollectionOf(file.Path) is not null;
        var action = name.Date is not null ? "The date of the file's name is used."
            : isDraft ? "The time of the last change is used."
            : null;
        if (fields.Date(site, action, "date") is { } written) return written;
        if (name.Date is { } day) return PostDate.Midnight(day, site.TimeZone, takesLater: site.IsJekyll);
        if (isDraft)
        {
            return TimeZoneInfo.ConvertTime(
                new DateTimeOffset(file.ModifiedTicks - (file.ModifiedTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero), site.TimeZone);
        }

        var at = fields.Find("date");
        var reason = at is ConfigScalar value && !string.IsNullOrWhiteSpace(value.Text) ? $" {DateField.NoDate("date", value)}" : "";
        fields.Problems.Hold(
            ProblemCodes.NoDate, at?.Line, at?.Column, $"Neither the front matter nor the file's name has a usable date.{reason}");
        return null;
    }

    private string? TranslationKeyOf(FieldReader fields, string path) => site.Hugo is not { IsMultilingual: true } hugo
        ? null
        : fields.Line("translationKey", FieldReader.NameChars) ?? HugoPage.TranslationKeyOf(path, hugo);

    private static string? LanguageOf(FieldReader fields)
    {
        if (fields.Line("lang", FieldReader.NameChars)?.Replace('_', '-') is not { } tag) return null;
        if (LanguageTag.IsValid(tag)) return tag;
        fields.WrongKind("lang", fields.Find("lang")!, "a language tag such as en or zh-CN");
        return null;
    }

    // An empty file is still being written.
    private static bool CanShowWithout(FrontMatterText cut, ProblemLog problems)
    {
        var isEmpty = string.IsNullOrWhiteSpace(cut.Body);
        if (isEmpty) problems.Hold(ProblemCodes.FrontMatterMissing, 1, 1, "The file is empty.");
        else
        {
            problems.Warn(
                ProblemCodes.FrontMatterMissing, 1, 1, "The file has no front matter.", "Title and date come from the file's name.");
        }

        return !isEmpty;
    }

    private static void WarnBlankLines(ProblemLog problems) => problems.Warn(
        ProblemCodes.FrontMatterRepaired,
        1,
        1,
        "Blank lines stand above the front matter, which Jekyll shows as text.",
        "They are ignored.");

    private static void WarnForbidden(ProblemLog problems, string written)
    {
        var before = written.AsSpan(0, XmlText.IndexOfForbidden(written));
        FrontMatterReader.WarnForbidden(problems, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
