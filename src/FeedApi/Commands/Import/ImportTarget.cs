using FeedApi.Commands.Localization;
using FeedApi.Commands.NewPosts;
using FeedApi.Commands.Options;
using FeedApi.Content;
using FeedApi.Content.Files;
using FeedApi.Import;
using FeedApi.Site;

namespace FeedApi.Commands.Import;

/// <summary>Where imported posts go.</summary>
/// <param name="Folder">The folder of the posts.</param>
/// <param name="Files">Writes them.</param>
internal sealed record ImportTarget(string Folder, ImportedPostFiles Files)
{
    /// <summary>The place for posts in a content folder, which is made if need be.</summary>
    /// <exception cref="ServerSettingsException">It is a site of Zola, which has no posts in HTML.</exception>
    public static ImportTarget Of(string folder)
    {
        Directory.CreateDirectory(folder);
        SiteConfig site = SiteReader.Read(folder, null, "http://localhost");
        if (site.Hugo is { IsZola: true })
        {
            throw new ServerSettingsException(
                Localized.Text($"--to is {folder}, a site of Zola, which has no posts in HTML; import into a folder of its own"));
        }

        var place = site.Hugo is { ContentFolder: var content } ? content + "/posts/" : NewPost.FolderIn(site);
        // A folder of Markdown files would lose them to a folder _posts beside them.
        if (!new PostFiles(site).IsPostPath(place + "2024-01-01-x.html"))
        {
            throw new ServerSettingsException(
                Localized.Text($"--to is {folder}, which has no place for posts in HTML; import into a folder of its own"));
        }

        var posts = Path.Combine(folder, place);
        return new ImportTarget(posts, new ImportedPostFiles(posts, new PostFileText(site.Hugo is not null)));
    }
}
