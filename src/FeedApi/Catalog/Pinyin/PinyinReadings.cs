using System.Collections.Frozen;

namespace FeedApi.Catalog.Pinyin;

/// <summary>How Han characters are read in Mandarin, without tones; ü is <c>v</c>.</summary>
/// <remarks>From the readings of Unicode's Unihan database: <c>make-readings.py</c> writes the table.</remarks>
internal static class PinyinReadings
{
    private static readonly FrozenDictionary<char, string[]> Readings = Load();

    /// <summary>Every common reading; empty for what is not Han.</summary>
    public static IReadOnlyList<string> Of(char character) => Readings.GetValueOrDefault(character, []);

    private static FrozenDictionary<char, string[]> Load()
    {
        using var table = typeof(PinyinReadings).Assembly.GetManifestResourceStream("pinyin-readings.txt")
            ?? throw new InvalidOperationException("The table of readings is missing from the program.");
        using var lines = new StreamReader(table);
        var readings = new Dictionary<char, List<string>>();
        while (lines.ReadLine() is { } line)
        {
            var end = line.AsSpan().IndexOfAnyExceptInRange('a', 'z');
            var syllable = line[..end];
            foreach (var character in line.AsSpan(end))
            {
                if (readings.TryGetValue(character, out var known)) known.Add(syllable);
                else readings[character] = [syllable];
            }
        }

        return readings.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }
}
