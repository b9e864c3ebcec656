namespace FeedApi.Site.Hugo;

/// <summary>Folders that the configuration of a Hugo or Zola site names.</summary>
internal static class HugoFolders
{
    /// <summary>The folder without leading and trailing slash; null when it is not one inside the site.</summary>
    public static string? Inside(string written)
    {
        var folder = written.Trim('/');
        var isInside = folder.Length > 0
            && !Path.IsPathRooted(written)
            && folder.Split('/', '\\').All(part => part.Length > 0 && part[0] != '.');
        return isInside ? folder : null;
    }
}
