using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;
using FeedApi.Commands.Terminal;

namespace FeedApi.Commands.Doctor;

/// <summary><c>feedapi doctor</c>: looks at settings, content folder, index, machine and public address, and says what to do.</summary>
internal static class DoctorCommand
{
    private const int BadCode = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly Option<string?> Public = new("--public")
    {
        Description = Localized.Text("The public address of the site: it is asked as feed readers do."),
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = Localized.Text("How the report is written: text or json."),
        DefaultValueFactory = _ => "text",
    };

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var description = Localized.Text("Look at settings, posts, index and machine, and say what to do.");
        var command = new Command("doctor", description) { Public, Format };
        Format.AcceptOnlyFromAmong("text", "json");
        command.SetAction((result, cancellationToken) => CommandRun.RunAsync(
            stop => RunAsync(settings, result.GetValue(Public), result.GetValue(Format) == "json", stop),
            cancellationToken,
            isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? address, bool isJson, CancellationToken stop)
    {
        // What machines read is English.
        if (isJson) CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        List<Finding> findings = [.. new LocalExamination(settings).Run()];
        if (address is not null)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                throw new ServerSettingsException(
                    Localized.Text($"--public is {address}; write an address such as https://example.org"));
            }

            using var examination = new PublicExamination(url);
            findings.AddRange(await examination.RunAsync(stop));
        }

        if (isJson) await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { Findings = findings }, Json));
        else if (TerminalTable.IsTerminal) WriteTable(findings);
        else await WriteAsync(findings);
        return findings.Any(finding => finding.State is FindingState.Bad) ? BadCode : 0;
    }

    private static void WriteTable(List<Finding> findings)
    {
        string[] columns = ["", "", Localized.Text("Found"), Localized.Text("What to do")];
        TerminalTable.Write(columns, findings.Select((each, i) => (string?[])
        [
            i > 0 && findings[i - 1].Area == each.Area ? null : TitleOf(each.Area), MarkOf(each.State), each.Text, each.Advice,
        ]));
    }

    private static string TitleOf(string area) => Localized.Find("area:" + area) ?? area;

    private static async Task WriteAsync(List<Finding> findings)
    {
        foreach (var area in findings.GroupBy(finding => finding.Area))
        {
            await Console.Out.WriteLineAsync(TitleOf(area.Key));
            foreach (var (_, state, text, advice) in area)
            {
                var line = $"  {MarkOf(state)} {text}";
                await Console.Out.WriteLineAsync(advice is null ? line : Localized.Text($"{line}: {advice}"));
            }
        }
    }

    // All take four columns.
    private static string MarkOf(FindingState state) => state switch
    {
        FindingState.Good => Localized.Text("ok  "),
        FindingState.Doubtful => Localized.Text("note"),
        _ => Localized.Text("BAD "),
    };
}
