using FeedApi.Commands.Localization;

namespace FeedApi.Commands.Options;

/// <summary>
/// A command line, split into settings of the server, given anywhere, and the remaining words, for commands and their own options.
/// </summary>
/// <param name="Settings">In ASP.NET Core's form: <c>--Search:BudgetMilliseconds=500</c>.</param>
/// <param name="Words">The remaining arguments, in order.</param>
internal sealed record CommandArguments(IReadOnlyList<string> Settings, IReadOnlyList<string> Words)
{
    // ASP.NET Core's own settings without a section, and its sections.
    private static readonly string[] FrameworkNames = ["environment", "http_ports", "https_ports"];
    private static readonly string[] FrameworkSections = ["Logging:", "Kestrel:", "hostBuilder:"];

    /// <summary>
    /// Splits a command line. A setting is written <c>--name value</c> or <c>--name=value</c>, once; a value that begins with two hyphens
    /// requires the second form.
    /// </summary>
    /// <exception cref="ServerSettingsException">
    /// A setting does not exist, has no value, or is given twice; the message is one line.
    /// </exception>
    public static CommandArguments Split(IReadOnlyList<string> arguments)
    {
        List<string> settings = [], words = [];
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            // Nothing after it is an option.
            if (arguments[i] is "--") return new CommandArguments(settings, [.. words, .. arguments.Skip(i)]);
            if (NameOf(arguments[i], arguments) is not { } name)
            {
                words.Add(arguments[i]);
                continue;
            }

            if (!given.Add(name)) throw new ServerSettingsException(Localized.Text($"--{name} may be given only once"));
            var equals = arguments[i].IndexOf('=', StringComparison.Ordinal);
            var hasNext = equals < 0 && i + 1 < arguments.Count && !IsOption(arguments[i + 1]);
            var value = equals > 0 ? arguments[i][(equals + 1)..] : hasNext ? arguments[++i] : null;
            settings.Add($"--{name}={Checked(value, name)}");
        }

        return new CommandArguments(settings, words);
    }

    /// <summary>
    /// The text to append to the message that an option is unknown: the nearest option, or those of its section; otherwise empty.
    /// </summary>
    /// <param name="option">The option as written, without its value.</param>
    /// <param name="arguments">All arguments: options that are given are not suggested.</param>
    public static string HintFor(string option, IReadOnlyList<string> arguments)
    {
        var given = arguments.Select(argument => argument.Split('=')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var key = option.TrimStart('-').Replace("__", ":", StringComparison.Ordinal);
        if (UnknownSettings.FaultIn(key, isForUs: true, setting => given.Contains("--" + setting), sign: "--") is { } fault) return fault;
        // In the form of an environment variable.
        if (Setting.Find(key) is { } setting) return Suggestion.Of("--" + setting.Key);
        string[] others = [.. FrameworkNames.Select(name => "--" + name), "--help", "--version"];
        return Suggestion.Near(option, others.Where(other => !given.Contains(other)));
    }

    // The setting that an argument names, in the spelling of its class; null when it is not a setting.
    private static string? NameOf(string argument, IReadOnlyList<string> arguments)
    {
        if (!IsOption(argument)) return null;
        var name = argument[2..].Split('=')[0];
        if (Setting.Find(name) is { } setting) return setting.Key;
        if (FrameworkNames.Contains(name, StringComparer.OrdinalIgnoreCase)) return name;
        if (!name.Contains(':', StringComparison.Ordinal)) return null;
        if (UnknownSettings.IsKnown(name)) return name;
        var hint = HintFor("--" + name, arguments);
        var isFrameworks = FrameworkSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));
        if (isFrameworks && hint.Length == 0) return name;
        throw new ServerSettingsException(Localized.Text($"There is no option {"--" + name}{hint}"));
    }

    private static string Checked(string? value, string name)
    {
        var setting = Setting.Find(name);
        // An empty value overrides the environment or a file.
        if (value is { Length: > 0 } || (value is not null && setting?.MayBeEmpty == true)) return value;
        var form = setting is null ? $"--{name}=VALUE" : $"--{name} {SettingText.Of(setting).Placeholder}";
        throw new ServerSettingsException(Localized.Text($"--{name} has no value; write {form}"));
    }

    private static bool IsOption(string argument) => argument.Length > 2 && argument.StartsWith("--", StringComparison.Ordinal);
}
