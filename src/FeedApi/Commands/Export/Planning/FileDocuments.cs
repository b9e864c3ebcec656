using FeedApi.Commands.Offline;
using FeedApi.Pages.Files;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans the files of the content folder that are served.</summary>
internal sealed class FileDocuments(OfflineServer server, ExportPlan plan)
{
    private readonly FileKeys keys = new(server.Site);
    private readonly FileSurvey survey = server.Get<FileSurvey>();

    /// <summary>Adds them at all of their addresses.</summary>
    /// <param name="bundles">The addresses of articles by the folders of their bundles.</param>
    public void Plan(ILookup<string, string> bundles)
    {
        foreach (var file in survey.ListPublic())
        {
            foreach (var address in AddressesOf(file, bundles))
                plan.Add(SiteLinks.Encode(address), "", want => want with { IsFile = true, IsOptional = true });
        }
    }

    // The files of a bundle lie below the address of its article.
    private IEnumerable<string> AddressesOf(string file, ILookup<string, string> bundles)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1))
        {
            foreach (var path in bundles[file[..slash]]) yield return path.TrimEnd('/') + file[slash..];
            if (bundles.Contains(file[..slash])) yield break;
        }

        yield return "/" + keys.Published(file);
    }
}
