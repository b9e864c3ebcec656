using System.Collections.Frozen;

namespace FeedApi.Catalog.Pinyin;

/// <summary>The Mandarin readings of Han characters in pinyin, without tones; ü is <c>v</c>.</summary>
/// <remarks>Source: Unicode's Unihan database; <c>make-readings.py</c> generates the table.</remarks>
internal static class PinyinReadings
{
    // Before the characters of a line that are more often read otherwise.
    private const char UsuallyOtherwise = '|';

    private static readonly FrozenDictionary<char, string[]> Readings = Load();

    /// <summary>Every common reading of a character, the most usual one first; empty when it is not Han.</summary>
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
            var (syllable, isUsual) = (line[..end], true);
            foreach (var character in line.AsSpan(end))
            {
                if (character == UsuallyOtherwise) isUsual = false;
                else if (!readings.TryGetValue(character, out var known)) readings[character] = [syllable];
                else known.Insert(isUsual ? 0 : known.Count, syllable);
            }
        }

        return readings.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }
}
