using System.Globalization;
using System.Text;

namespace FeedApi.Reliability.Starve;

/// <summary>The times of one build in all rounds, without attackers and with them.</summary>
internal sealed class StarveTable
{
    private readonly List<double>[] quiet = [.. StarveSite.Names.Select(_ => new List<double>())];
    private readonly List<double>[] attacked = [.. StarveSite.Names.Select(_ => new List<double>())];

    /// <summary>The greatest multiple of any kind.</summary>
    public double WorstRatio => Enumerable.Range(0, quiet.Length).Max(RatioOf);

    /// <summary>Adds a round.</summary>
    public void Add(IReadOnlyList<double>[] without, IReadOnlyList<double>[] with)
    {
        for (var kind = 0; kind < quiet.Length; kind++)
        {
            quiet[kind].AddRange(without[kind]);
            attacked[kind].AddRange(with[kind]);
        }
    }

    /// <summary>One line for each kind.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        for (var kind = 0; kind < quiet.Length; kind++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {StarveSite.Names[kind],-20} alone {Text(quiet[kind])}   attacked {Text(attacked[kind])}   "
                    + $"p99 {RatioOf(kind):0.0} times\n");
        }

        return text.ToString();
    }

    private double RatioOf(int kind) => Percentile(attacked[kind], 99) / Percentile(quiet[kind], 99);

    private static string Text(List<double> times) => string.Create(
        CultureInfo.InvariantCulture, $"{Percentile(times, 50):0.0} / {Percentile(times, 99):0.0} / {Percentile(times, 100):0.0}");

    private static double Percentile(List<double> times, double percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percent / 100))];
    }
}
