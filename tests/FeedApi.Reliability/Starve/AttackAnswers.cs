using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace FeedApi.Reliability.Starve;

/// <summary>How often attackers got which answer.</summary>
internal sealed class AttackAnswers
{
    /// <summary>An answer that was given.</summary>
    public const string Good = "200";

    /// <summary>Begins every answer that the documentation does not promise.</summary>
    public const string Undocumented = "undocumented";

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts an answer; an empty one is none.</summary>
    public void Count(string answer)
    {
        if (answer.Length > 0) counts.AddOrUpdate(answer, 1, (_, count) => count + 1);
    }

    /// <summary>All answers.</summary>
    public int Total => counts.Values.Sum();

    /// <summary>Those that the documentation does not promise.</summary>
    public IEnumerable<string> Wrong => counts.Keys.Where(key => key.StartsWith(Undocumented, StringComparison.Ordinal));

    /// <summary>The code of a problem document; null in anything else.</summary>
    public static string? CodeIn(string body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            return problem.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One line for each answer: its count and what it was.</summary>
    public string ToText() =>
        string.Concat(counts.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} {each.Key}\n")));

    /// <summary>Reads <see cref="ToText"/>.</summary>
    public static AttackAnswers Parse(string text)
    {
        var answers = new AttackAnswers();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            answers.counts[line[(space + 1)..]] = int.Parse(line[..space], CultureInfo.InvariantCulture);
        }

        return answers;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", counts.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Value}x {each.Key}"));
}
