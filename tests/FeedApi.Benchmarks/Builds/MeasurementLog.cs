using System.Text.Json;
using FeedApi.Benchmarks.HttpServing;

namespace FeedApi.Benchmarks.Builds;

/// <summary>All values that were ever measured of the same builds on the same site: a file with a line of JSON for each.</summary>
internal sealed class MeasurementLog
{
    private readonly string path;
    private readonly List<Measurement> all;

    /// <summary>Reads the file; there may be none yet.</summary>
    /// <param name="path">The file.</param>
    public MeasurementLog(string path)
    {
        this.path = path;
        all = File.Exists(path) ? [.. WholeLinesOf(path).Select(Parse)] : [];
    }

    /// <summary>Adds what one trial has measured.</summary>
    /// <param name="subject">Of whom.</param>
    /// <param name="round">In which round.</param>
    /// <param name="values">A value for each figure.</param>
    public void Add(string subject, int round, IReadOnlyDictionary<string, double> values)
    {
        Measurement[] added = [.. values.Select(each => new Measurement(each.Key, subject, round, each.Value, DateTimeOffset.UtcNow))];
        File.AppendAllText(path, string.Concat(added.Select(each => JsonSerializer.Serialize(each, JsonSerializerOptions.Web) + "\n")));
        all.AddRange(added);
    }

    /// <summary>True when a figure was measured in a round.</summary>
    public bool Has(string figure, string subject, int round) => ValuesOf(figure, subject).ContainsKey(round);

    /// <summary>The values of a figure by round.</summary>
    public IReadOnlyDictionary<int, double> ValuesOf(string figure, string subject) =>
        all.Where(each => each.Figure == figure && each.Subject == subject).ToDictionary(each => each.Round, each => each.Value);

    /// <summary>The median of a figure; null when it was not measured.</summary>
    public double? MedianOf(string figure, string subject)
    {
        var values = ValuesOf(figure, subject).Values;
        return values.Any() ? values.Median() : null;
    }

    /// <summary>The median of the ratios of two subjects in the same round; null when there is no round with both.</summary>
    public double? RatioOf(string figure, string subject, string other)
    {
        var others = ValuesOf(figure, other);
        double[] ratios =
            [.. ValuesOf(figure, subject).Where(each => others.ContainsKey(each.Key)).Select(each => each.Value / others[each.Key])];
        return ratios.Length > 0 ? ratios.Median() : null;
    }

    // A run that was killed while it wrote leaves a piece of a line, which is cut off.
    private static string[] WholeLinesOf(string path)
    {
        var text = File.ReadAllText(path);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length) File.WriteAllText(path, whole);
        return whole.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Measurement Parse(string line) => JsonSerializer.Deserialize<Measurement>(line, JsonSerializerOptions.Web)!;
}
