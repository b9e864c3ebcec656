using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Tests.Catalog.Similar;

/// <summary>Generates wires of three weeks, and copies of them as other outlets publish them; equal seeds give equal wires.</summary>
/// <remarks>Dozens are made of each template, several a day: what distinguishes them is names and numbers.</remarks>
internal sealed partial class WireGenerator(int seed)
{
    private const int Days = 20;
    private const int MinutesOfDay = 900;
    private const int MaxCopies = 4;
    private const int MaxDelayMinutes = 1_200;

    private static readonly DateTimeOffset FirstDay = new(2024, 5, 6, 7, 0, 0, TimeSpan.FromHours(8));

    private readonly Random random = new(seed);
    private readonly WireEditor editor = new(seed);

    /// <summary>A set of wires; every other story has one to four copies.</summary>
    public IReadOnlyList<Wire> Generate(int count)
    {
        var wires = new List<Wire>(count + MaxCopies);
        for (var story = 0; wires.Count < count; story++)
        {
            var original = Write(story);
            wires.Add(original);
            var copies = random.Next(2) == 0 ? 0 : random.Next(1, MaxCopies + 1);
            for (var i = 1; i <= copies; i++)
            {
                var published = original.Published.AddMinutes(random.Next(1, MaxDelayMinutes));
                wires.Add(editor.Copy(original) with { Id = $"{original.Id}-{i}", Published = published });
            }
        }

        return wires[..count];
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Blank();

    private Wire Write(int story)
    {
        var published = FirstDay.AddDays(random.Next(Days)).AddMinutes(random.Next(MinutesOfDay));
        var templates = random.Next(8) == 0 ? WireTemplates.English : WireTemplates.Chinese;
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["date"] = published.ToString("M月d日", CultureInfo.InvariantCulture),
            ["day"] = published.ToString("dddd, d MMMM", CultureInfo.InvariantCulture),
        };
        var template = templates[random.Next(templates.Count)].Replace("\n ", " ", StringComparison.Ordinal);
        var filled = Blank().Replace(template, blank => FillerOf(blank.Groups["name"].Value, known));
        var end = filled.IndexOf('\n', StringComparison.Ordinal);
        return new Wire($"wire-{story:00000}", published, story, filled[..end], filled[(end + 1)..]);
    }

    private string FillerOf(string name, Dictionary<string, string> known)
    {
        if (known.TryGetValue(name, out var filler)) return filler;
        filler = Draw(name);
        var isDrawnEachTime = name.Length == 1 || name is "move" or "moved" or "more" or "flow";
        if (!isDrawnEachTime) known[name] = filler;
        return filler;
    }

    private string Draw(string name)
    {
        if (WireWords.Choices.TryGetValue(name, out var choices) || WireWords.Choices.TryGetValue(name[..^1], out choices))
            return choices[random.Next(choices.Length)];
        return name[0] switch
        {
            'p' => Decimal(0.1, 60, "0.00"),
            'y' => Decimal(1, 900, "0.00"),
            'k' => Decimal(1_800, 11_000, "0.00"),
            'r' => Decimal(0.8, 9, "0.0000"),
            'n' => random.Next(2, 9_000).ToString(CultureInfo.InvariantCulture),
            'c' => random.Next(600_000, 605_000).ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Nothing is known to fill this in with."),
        };
    }

    private string Decimal(double from, double to, string format) =>
        (from + (random.NextDouble() * (to - from))).ToString(format, CultureInfo.InvariantCulture);
}
