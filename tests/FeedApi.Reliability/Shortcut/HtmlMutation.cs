namespace FeedApi.Reliability.Shortcut;

/// <summary>Small changes to HTML at any place.</summary>
internal static class HtmlMutation
{
    /// <summary>The HTML with up to three changes.</summary>
    public static string Of(string html, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0 && html.Length > 0; changes--) html = Change(html, random);
        return html;
    }

    private static string Change(string html, Random random)
    {
        var at = random.Next(html.Length);
        var length = Math.Min(random.Next(1, 12), html.Length - at);
        return random.Next(8) switch
        {
            0 => html.Remove(at, length),
            1 => html.Insert(at, html.Substring(at, length)),
            2 => html.Insert(at, Pick(random.Next(2) == 0 ? Snippets.Words : Snippets.OddWords, random)),
            3 => html.Insert(PlaceOf(html, '<', at), TagOf(random)),
            4 => html.Insert(Math.Min(html.Length, PlaceOf(html, '>', at) + 1), TagOf(random)),
            5 => html.Insert(PlaceOf(html, '>', at), $" {Pick(Snippets.Names, random)}=\"{Pick(Snippets.Values, random)}\""),
            6 => WithoutTag(html, at),
            _ => Moved(html, at, length, random),
        };
    }

    private static string TagOf(Random random)
    {
        var name = Pick(random.Next(4) == 0 ? Snippets.OddTags : Snippets.Tags, random);
        return random.Next(3) switch
        {
            0 => $"</{name}>",
            1 => $"<{name}></{name}>",
            _ => $"<{name}>",
        };
    }

    private static string WithoutTag(string html, int at)
    {
        var start = PlaceOf(html, '<', at);
        var end = html.IndexOf('>', start);
        return end < 0 ? html : html.Remove(start, end + 1 - start);
    }

    private static string Moved(string html, int at, int length, Random random)
    {
        var part = html.Substring(at, length);
        var rest = html.Remove(at, length);
        return rest.Insert(random.Next(rest.Length + 1), part);
    }

    private static int PlaceOf(string html, char sign, int from) => html.IndexOf(sign, from) is var at and >= 0 ? at : from;

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
