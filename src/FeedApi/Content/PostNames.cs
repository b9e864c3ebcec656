namespace FeedApi.Content;

/// <summary>Reads the names of categories and tags.</summary>
internal static class PostNames
{
    /// <summary>The names under both keys, in order, each once.</summary>
    /// <param name="fields">The front matter.</param>
    /// <param name="singular"><c>category</c>: a text is one name.</param>
    /// <param name="plural"><c>categories</c>: a text is split on white space, as in Jekyll, if the site does so.</param>
    /// <param name="splits">Whether the site does so.</param>
    public static IReadOnlyList<string> Of(FieldReader fields, string singular, string plural, bool splits)
    {
        var (one, many) = (fields.Find(singular), fields.Find(plural));
        if (one is null && many is null) return [];
        List<string> names = [];
        Add(names, fields, singular, one, splits: false);
        Add(names, fields, plural, many, splits);
        return names.Count > FieldReader.MostEntries ? Cut(names, fields, plural, (many ?? one)!) : names;
    }

    private static void Add(List<string> names, FieldReader fields, string key, YamlNode? value, bool splits)
    {
        if (value is YamlScalar { IsUnset: false } text && splits)
        {
            foreach (var name in text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                Add(names, fields, key, text with { Text = name, IsPlain = false }, splits: false);
            return;
        }

        foreach (var entry in value is null ? [] : fields.Entries(key, value))
        {
            if (fields.Line(key, entry, FieldReader.NameChars) is { } name && !names.Contains(name)) names.Add(name);
        }
    }

    private static List<string> Cut(List<string> names, FieldReader fields, string key, YamlNode at)
    {
        const int most = FieldReader.MostEntries;
        fields.Problems.Warn(ProblemCodes.FieldTooLong, at.Line, at.Column, $"{key} has {names.Count} names; {most} are allowed.", "The rest is left out.");
        return names[..most];
    }
}
