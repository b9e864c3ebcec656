using System.Text.Json;
using System.Text.Json.Serialization;
using FeedApi.Api;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Check;

/// <summary>Writes a report in SARIF 2.1.0 (OASIS), which code hosts and editors read.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonSerializerOptions Options = new(ApiJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the report.</summary>
    /// <param name="output">The standard output.</param>
    /// <param name="report">The report.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="folder">The content folder as given: files are named relative to the working folder.</param>
    public static void Write(TextWriter output, CheckReport report, string version, string folder)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var codes = report.Problems.Select(each => each.Problem.Code).ToHashSet(StringComparer.Ordinal);
        string[] rules = [.. codes.Order(StringComparer.Ordinal)];
        var log = new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    Tool = new { Driver = new { Name = "FeedApi", Version = version, Rules = rules.Select(rule => new { Id = rule }) } },
                    ColumnKind = "utf16CodeUnits",
                    Results = report.Problems.Select(each => ResultOf(each, rules, folder)),
                },
            },
        };
        output.WriteLine(JsonSerializer.Serialize(log, Options));
    }

    private static object ResultOf(CheckedProblem each, string[] rules, string folder) => new
    {
        RuleId = each.Problem.Code,
        RuleIndex = Array.IndexOf(rules, each.Problem.Code),
        Level = each.Problem.Severity == ProblemSeverity.Error ? "error" : "warning",
        Message = new { Text = $"{each.Problem.Message} {each.Problem.Action}" },
        Locations = new[] { LocationOf(each, folder) },
    };

    private static object LocationOf(CheckedProblem each, string folder)
    {
        // A feed is made of many files.
        if (each.IsOfFeed) return new { LogicalLocations = new[] { new { FullyQualifiedName = each.Problem.File, Kind = "resource" } } };
        var path = Path.Combine(folder, each.Problem.File).Replace('\\', '/');
        return new
        {
            PhysicalLocation = new
            {
                ArtifactLocation = new { Uri = Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : SiteLinks.Encode(path) },
                Region = each.Problem.Line is { } line
                    ? new
                    {
                        StartLine = line,
                        StartColumn = each.Problem.Column,
                        Snippet = each.Excerpt is { } excerpt ? new { Text = excerpt } : null,
                    }
                    : null,
            },
        };
    }
}
