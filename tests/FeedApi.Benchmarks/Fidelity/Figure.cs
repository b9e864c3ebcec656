using System.Globalization;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>One line of the report, and the differences below it.</summary>
internal static class Figure
{
    private const int ContextChars = 60;

    /// <summary>Prints how many of all are alike.</summary>
    /// <param name="property">What was compared.</param>
    /// <param name="all">How many were compared.</param>
    /// <param name="differences">Those that are not alike.</param>
    /// <param name="shown">How many of them are printed.</param>
    public static void Print(string property, int all, IReadOnlyList<string> differences, int shown)
    {
        var alike = all - differences.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{property,-12} {(all == 0 ? 100 : 100.0 * alike / all),7:0.00} %  {alike} of {all}"));
        foreach (var difference in differences.Take(shown)) Console.WriteLine($"    {difference}");
    }

    /// <summary>Both texts around the first character that differs.</summary>
    public static string Difference(string generator, string expected, string actual)
    {
        var at = 0;
        while (at < Math.Min(expected.Length, actual.Length) && expected[at] == actual[at]) at++;
        return $"      {generator + ":",-8} {Around(expected, at)}\n      FeedApi: {Around(actual, at)}";
    }

    private static string Around(string text, int at)
    {
        var from = Math.Max(0, at - ContextChars);
        return text[from..Math.Min(text.Length, at + ContextChars)];
    }
}
