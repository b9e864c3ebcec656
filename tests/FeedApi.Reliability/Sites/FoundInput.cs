namespace FeedApi.Reliability.Sites;

/// <summary>Keeps an input that showed a fault, for whoever mends it.</summary>
internal static class FoundInput
{
    /// <summary>Writes it below the temporary folder, and tells where in words for a report.</summary>
    public static string Keep(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "feedapi-found")).FullName, name);
        File.WriteAllBytes(path, bytes);
        return $"(kept as {path})";
    }
}
