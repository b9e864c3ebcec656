using System.Text;

namespace FeedApi.Model.Text.Han;

/// <summary>Reads a table of characters and words with their forms in the other script.</summary>
/// <remarks>
/// Source: the dictionaries of OpenCC, Apache License 2.0. <c>make-variants.py</c> generates the tables from them and documents the format.
/// </remarks>
internal static class HanTableReader
{
    private const char FormFollows = '/';

    /// <summary>Every character and word of a table, each once, with its form in the other script.</summary>
    /// <param name="lines">A table.</param>
    public static IEnumerable<(string Key, string Form)> Read(TextReader lines)
    {
        Dictionary<Rune, Rune> characters = [];
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            if (line[0] != '#') AddPairs(characters, line);
        }

        foreach (var (character, form) in characters) yield return (character.ToString(), form.ToString());
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            foreach (var rest in parts.Skip(1)) yield return WordOf(parts[0] + rest, characters);
        }
    }

    private static void AddPairs(Dictionary<Rune, Rune> characters, string line)
    {
        var runes = line.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i += 2) characters.Add(runes[i], runes[i + 1]);
    }

    private static (string Word, string Form) WordOf(string marked, Dictionary<Rune, Rune> characters)
    {
        Span<char> word = stackalloc char[marked.Length];
        // A form may be beyond the Basic Multilingual Plane when the character is not.
        Span<char> form = stackalloc char[marked.Length * 2];
        var (at, wordLength, formLength) = (0, 0, 0);
        while (at < marked.Length)
        {
            var character = Rune.GetRuneAt(marked, at);
            var other = characters.GetValueOrDefault(character, character);
            at += character.Utf16SequenceLength;
            if (at < marked.Length && marked[at] == FormFollows)
            {
                other = Rune.GetRuneAt(marked, at + 1);
                at += 1 + other.Utf16SequenceLength;
            }

            wordLength += character.EncodeToUtf16(word[wordLength..]);
            formLength += other.EncodeToUtf16(form[formLength..]);
        }

        return (word[..wordLength].ToString(), form[..formLength].ToString());
    }
}
