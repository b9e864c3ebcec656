using System.Globalization;
using System.Text;

namespace FeedApi.Benchmarks.Builds.Growth;

/// <summary>Draws panels side by side as SVG. Its colours are readable on a light and on a dark page, whose colour shows through.</summary>
internal sealed class GrowthChart
{
    private const double PanelWidth = 300;
    private const double PanelHeight = 250;
    private const double Left = 46;
    private const double Right = 18;
    private const double Top = 62;
    private const double Bottom = 40;
    private const double PlotWidth = PanelWidth - Left - Right;
    private const double PlotHeight = PanelHeight - Top - Bottom;

    // Middle tones: each has a contrast of more than 3 against white and against near black.
    private static readonly string[] Colours = ["#2f81f7", "#d4681c"];

    private readonly StringBuilder svg = new();

    private GrowthChart()
    {
    }

    /// <summary>Draws a chart.</summary>
    /// <returns>A document of SVG.</returns>
    public static string Draw(IReadOnlyList<GrowthPanel> panels)
    {
        var chart = new GrowthChart();
        chart.Add($$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{PanelWidth * panels.Count}} {{PanelHeight}}" role="img">
            <title>{{string.Join("; ", panels.Select(panel => panel.Title))}}, by the number of posts</title>
            <style>
            text { font: 12px system-ui, sans-serif; fill: #768390; }
            .title { font-size: 14px; font-weight: 600; }
            .grid { stroke: #768390; stroke-opacity: .3; }
            .line { fill: none; stroke-width: 2; }
            </style>
            """);
        for (var i = 0; i < panels.Count; i++) chart.AddPanel(panels[i], i * PanelWidth);
        chart.Add($"</svg>");
        return chart.svg.ToString();
    }

    private void AddPanel(GrowthPanel panel, double x)
    {
        var points = panel.Lines.SelectMany(line => line.Points).ToList();
        if (points.Count == 0) return;
        var across = new ChartScale(points.Max(point => point.Posts), PlotWidth);
        var up = new ChartScale(points.Max(point => point.Value), PlotHeight);
        Add($"""<g transform="translate({x + Left} {Top})">""");
        Add($"""<text class="title" x="{-Left + 8}" y="{-Top + 20}">{panel.Title}</text>""");
        AddAxes(across, up);
        for (var i = 0; i < panel.Lines.Count; i++) AddLine(panel.Lines[i], i, across, up);
        Add($"</g>");
    }

    private void AddAxes(ChartScale across, ChartScale up)
    {
        foreach (var tick in up.Ticks)
        {
            var y = PlotHeight - up.At(tick);
            Add($"""<line class="grid" x1="0" x2="{PlotWidth}" y1="{y:0.#}" y2="{y:0.#}"/>""");
            Add($"""<text text-anchor="end" x="-6" y="{y + 4:0.#}">{Label(tick)}</text>""");
        }

        foreach (var tick in across.Ticks)
            Add($"""<text text-anchor="middle" x="{across.At(tick):0.#}" y="{PlotHeight + 18}">{Label(tick)}</text>""");
        Add($"""<text text-anchor="end" x="{PlotWidth}" y="{PlotHeight + 34}">posts</text>""");
    }

    // The names stand in one row under the title: lines may end close together.
    private void AddLine(GrowthLine line, int number, ChartScale across, ChartScale up)
    {
        var (colour, nameX) = (Colours[number], 8 - Left + (number * 140));
        Add($"""<circle cx="{nameX + 4}" cy="-26" r="4" fill="{colour}"/>""");
        Add($"""<text x="{nameX + 13}" y="-22">{line.Name}</text>""");
        var places = line.Points.OrderBy(point => point.Posts)
            .Select(point => (X: across.At(point.Posts), Y: PlotHeight - up.At(point.Value))).ToList();
        var path = string.Join(' ', places.Select(place => Invariant($"{place.X:0.#},{place.Y:0.#}")));
        Add($"""<polyline class="line" stroke="{colour}" points="{path}"/>""");
        foreach (var (x, y) in places) Add($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="3" fill="{colour}"/>""");
    }

    private static string Label(double number) =>
        number >= 1_000 ? Invariant($"{number / 1_000}k") : number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private void Add(FormattableString text) => svg.Append(Invariant(text)).Append('\n');
}
