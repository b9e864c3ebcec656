using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FeedApi.Model;

namespace FeedApi.Site.Settings;

/// <summary>
/// Reads <c>feedapi.fields</c>: keys of the front matter that FeedApi gives no meaning to, by which clients can filter, each with its type.
/// </summary>
internal static partial class FieldsReader
{
    /// <summary>Each field is an entry of an index for every article that has it.</summary>
    private const int MaxFields = 20;

    private const string Key = "fields";

    private const string Wanted =
        "an object of keys of the front matter, each text, number, date or boolean, such as {code: text, price: number}";

    private static readonly FrozenDictionary<string, FieldType> Types = Enum.GetValues<FieldType>()
        .ToFrozenDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The types by key; keys are case-sensitive, as in front matter.</summary>
    /// <exception cref="SiteConfigException">The value is of another form.</exception>
    public static IReadOnlyDictionary<string, FieldType> Read(SiteYaml own)
    {
        var fields = new Dictionary<string, FieldType>(StringComparer.Ordinal);
        if (own.Find(Key) is not { } found) return fields;
        if (found is not ConfigMap map) throw own.Wrong(Key, Wanted);
        if (map.Entries.Count > MaxFields) throw own.Wrong(Key, $"an object of at most {MaxFields} keys");
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not ConfigScalar { Text: var written } || !Types.TryGetValue(written, out var type)
                || !Name().IsMatch(entry.Key))
            {
                throw own.Wrong(Key, entry.Value, Wanted);
            }

            fields[entry.Key] = type;
        }

        return fields;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]{0,63}\z")]
    private static partial Regex Name();
}
