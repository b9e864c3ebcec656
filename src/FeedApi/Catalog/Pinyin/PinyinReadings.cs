using System.Collections.Frozen;

namespace FeedApi.Catalog.Pinyin;

/// <summary>The Mandarin readings of Han characters in pinyin, without tones; ü is <c>v</c>.</summary>
/// <remarks>Source: Unicode's Unihan database; <c>make-readings.py</c> generates the table.</remarks>
internal static class PinyinReadings
{
    private static readonly FrozenDictionary<char, string[]> Readings = Load();

    /// <summary>Every common reading of a character; empty when it is not Han.</summary>
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
