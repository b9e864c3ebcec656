using System.Text.RegularExpressions;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;

namespace FeedApi.Commands;

/// <summary>The help of the program: its usage, and every setting of the server by section.</summary>
internal static partial class HelpText
{
    private const int Columns = 80;

    private const string Usage = """
        FeedApi publishes a folder of posts as feeds, as a JSON API and as pages.

        Usage:
          feedapi [serve] [options]   publish the content folder and follow its changes
          feedapi check [options]     check the posts and every feed that they make,
                                      and end; --format text, json, sarif or github;
                                      with --strict warnings count as problems too
          feedapi explain POST        why a post is published or not, and which feeds
                                      show it; POST is a file, an id or an address
          feedapi export --out DIR    write the whole site as static files; --base-url,
                                      --compress
          feedapi import FILE...      make posts of feeds, and of exports of WordPress
                                      and Ghost; --to DIR
          feedapi new TITLE           make the file of a new post; --category, --lang,
                                      --date, --edit
          feedapi doctor [options]    settings and their origins, index, limits of the
                                      machine; --public URL asks it as readers do
          feedapi health [--url URL]  is a running server ready?
          feedapi completion SHELL    completion for bash, zsh, fish or pwsh
          feedapi index [options]     index the posts without serving them, and end;
                                      with --from DIR the change log, former addresses
                                      and withdrawals of that data folder go on in the
                                      one of --data, while its server may be running
          feedapi help [command]      show this help
          feedapi --version           print the version

        Examples:
          feedapi --content blog
          feedapi --content blog --data /var/lib/feedapi --urls http://localhost:8080
          feedapi check --content blog --strict
          feedapi index --content blog --data /var/lib/next --from /var/lib/feedapi
          feedapi --Site:Url https://example.org --Search:BudgetMilliseconds=500
          Search__BudgetMilliseconds=500 feedapi serve

        An option is written "--name value" or "--name=value"; case does not matter.
        Each is also an environment variable, with "__" for ":", and a key of
        appsettings.json in the working folder. ASP.NET Core's options --environment
        (Development, Production) and --Logging:LogLevel:Default (Warning, Error) work
        too.
        """;

    /// <summary>Writes the help in lines of at most 80 columns, except for longer words.</summary>
    public static void Write(TextWriter output)
    {
        output.WriteLine(Localized.Find("help") ?? Usage);
        foreach (var group in Setting.All.GroupBy(setting => setting.Group))
        {
            output.WriteLine();
            var options = group.Key?.PropertyType ?? typeof(ServerOptions);
            var title = Localized.Text(SettingText.Of(options));
            Wrap(output, group.Key is { } property ? Localized.Text($"{Setting.KeyOf("", property)}: {title}") : title, "");
            foreach (var setting in group) Write(output, setting);
        }
    }

    private static void Write(TextWriter output, Setting setting)
    {
        var text = SettingText.Of(setting);
        output.WriteLine($"  --{setting.Key} {text.Placeholder}");
        var (meaning, inDefault) = (Localized.Text(text.Meaning), Localized.Text(text.DefaultValue));
        // Units that say more than the placeholder.
        var hasDetails = text.Unit is not SettingText.TrueOrFalse && text.Unit.Contains(' ', StringComparison.Ordinal);
        var whole = hasDetails
            ? Localized.Text($"{meaning} {UnitOf(text.Unit)}; default {inDefault}.")
            : Localized.Text($"{meaning} Default {inDefault}.");
        Wrap(output, whole, "      ");
    }

    // The range is apart from the text that is translated.
    private static string UnitOf(string unit)
    {
        if (WithRange().Match(unit) is not { Success: true, Groups: var parts }) return Localized.Text(unit);
        return Localized.Text($"{Localized.Text(parts["kind"].Value)}, {parts["min"].Value} to {parts["max"].Value}");
    }

    private static void Wrap(TextWriter output, string text, string indent)
    {
        var plain = text.Replace("`", "", StringComparison.Ordinal);
        foreach (var line in WrappedText.LinesOf(plain, Columns - indent.Length)) output.WriteLine(indent + line);
    }

    [GeneratedRegex("^(?<kind>.*), (?<min>[0-9]+) to (?<max>[0-9]+)$")]
    private static partial Regex WithRange();
}
