using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace FeedApi.Commands.Logging;

/// <summary>Sets up the log on the console: one line for each entry, with its time in UTC, safe to look at.</summary>
internal static class LogSetup
{
    private const string Section = "Logging:Console:";
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>
    /// Sets what <c>Logging:Console</c> leaves unset, so that every key of ASP.NET Core's own settings of the console works.
    /// </summary>
    public static void SetUp(WebApplicationBuilder builder)
    {
        var formatter = builder.Configuration[Section + "FormatterName"] ?? ConsoleFormatterNames.Simple;
        var defaults = new MemoryConfigurationSource { InitialData = Defaults(formatter) };
        // The first source is the weakest.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, defaults);
        Escape(builder.Services);
    }

    private static Dictionary<string, string?> Defaults(string formatter)
    {
        var defaults = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Section + "FormatterName"] = formatter,
            [Section + "FormatterOptions:SingleLine"] = "true",
            [Section + "FormatterOptions:UseUtcTimestamp"] = "true",
        };
        var isSimple = string.Equals(formatter, ConsoleFormatterNames.Simple, StringComparison.OrdinalIgnoreCase);
        // The journal of systemd has times of its own.
        if (!string.Equals(formatter, ConsoleFormatterNames.Systemd, StringComparison.OrdinalIgnoreCase))
            defaults[Section + "FormatterOptions:TimestampFormat"] = isSimple ? Time + " " : Time;
        return defaults;
    }

    // JSON has escape sequences of its own.
    private static void Escape(IServiceCollection services)
    {
        var formatters = services.Where(service => service.ServiceType == typeof(ConsoleFormatter)).ToArray();
        foreach (var formatter in formatters)
        {
            if (formatter.ImplementationType is not { } type || type.Name.StartsWith("Json", StringComparison.Ordinal)) continue;
            services.Remove(formatter);
            services.AddSingleton<ConsoleFormatter>(
                provider => new EscapingFormatter((ConsoleFormatter)ActivatorUtilities.CreateInstance(provider, type)));
        }
    }
}
