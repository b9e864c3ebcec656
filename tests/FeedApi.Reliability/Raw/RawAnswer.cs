using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Reliability.Raw;

/// <summary>An answer on a connection.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Head">Status line and fields.</param>
internal sealed partial record RawAnswer(int Status, string Head)
{
    /// <summary>The answers in what came back on a connection; null when something is none.</summary>
    /// <param name="heard">A char for each byte.</param>
    /// <param name="methods">The methods of the requests, which say whether answers have bodies.</param>
    public static IReadOnlyList<RawAnswer>? ListIn(string heard, params string[] methods)
    {
        List<RawAnswer> answers = [];
        for (var at = 0; at < heard.Length;)
        {
            var end = heard.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
            if (end < 0 || StatusLine().Match(heard, at) is not { Success: true } line || line.Index != at) return null;
            var answer = new RawAnswer(int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture), heard[at..(end + 2)]);
            answers.Add(answer);
            var method = methods.ElementAtOrDefault(answers.Count - 1);
            var hasBody = answer.Status is not (204 or 304 or (>= 100 and < 200)) && method != "HEAD";
            at = end + 4;
            if (hasBody) at = EndOfBody(heard, at, answer.Head);
        }

        return answers;
    }

    private static int EndOfBody(string heard, int at, string head)
    {
        if (Length().Match(head) is { Success: true } length)
            return Math.Min(heard.Length, at + int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture));
        if (!head.Contains("\r\nTransfer-Encoding: chunked\r\n", StringComparison.OrdinalIgnoreCase)) return heard.Length;
        while (true)
        {
            var line = heard.IndexOf("\r\n", at, StringComparison.Ordinal);
            if (line < 0) return heard.Length;
            var size = int.Parse(heard.AsSpan(at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at = Math.Min(heard.Length, line + 2 + size + 2);
            if (size == 0) return at;
        }
    }

    [GeneratedRegex(@"HTTP/1\.[01] (\d{3}) ?[^\r\n]*\r\n")]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"\r\nContent-Length: (\d+)\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
