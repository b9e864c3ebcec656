using System.Globalization;

namespace FeedApi.Benchmarks.Builds;

/// <summary>Prints the medians of what was measured, as a table of Markdown with a row for each figure.</summary>
/// <param name="log">What was measured.</param>
/// <param name="posts">The size of the site, which chooses the targets.</param>
internal sealed class ComparisonTable(MeasurementLog log, int posts)
{
    private const string None = "-";

    /// <summary>Prints the rows of some figures.</summary>
    public void Print(IEnumerable<ComparedFigure> figures)
    {
        Console.WriteLine("| figure | old | new | Hugo | new/old | new/Hugo | target | reached | rounds |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var figure in figures) Console.WriteLine($"| {string.Join(" | ", CellsOf(figure))} |");
    }

    private IEnumerable<string> CellsOf(ComparedFigure figure)
    {
        var targets = figure.TargetsFor(posts).ToList();
        yield return $"{figure.Title} (`{figure.Name}`)";
        foreach (var subject in Subjects.All) yield return Text(log.MedianOf(figure.Name, subject));
        yield return Ratio(RatioTo(figure, Subjects.Old));
        yield return Ratio(RatioTo(figure, Subjects.Hugo));
        yield return targets.Count > 0 ? string.Join(", ", targets) : None;
        yield return targets.Count > 0 ? string.Join(", ", targets.Select(target => Reached(figure, target))) : None;
        yield return string.Join('/', Subjects.All.Select(subject => log.ValuesOf(figure.Name, subject).Count));
    }

    private double? RatioTo(ComparedFigure figure, string other) => log.RatioOf(figure.Name, Subjects.New, other);

    private string Reached(ComparedFigure figure, Target target)
    {
        var value = target.Kind switch
        {
            TargetKind.OfOld => RatioTo(figure, Subjects.Old),
            TargetKind.OfHugo => RatioTo(figure, Subjects.Hugo),
            _ => log.MedianOf(figure.Name, Subjects.New),
        };
        if (value is not { } measured) return None;
        return target.IsReached(measured) ? "yes" : "no";
    }

    // Three digits, as more are noise.
    private static string Text(double? value)
    {
        if (value is not { } number) return None;
        var format = Math.Abs(number) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" };
        return number.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Ratio(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? None;
}
