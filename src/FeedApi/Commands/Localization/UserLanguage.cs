using System.Globalization;

namespace FeedApi.Commands.Localization;

/// <summary>
/// The language of the user, by POSIX (Base Definitions 8.2): the first of <c>LC_ALL</c>, <c>LC_MESSAGES</c> and <c>LANG</c> that is not
/// empty. .NET 10 takes an empty one for English.
/// </summary>
internal static class UserLanguage
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Makes it the language of this process. On Windows it is that of the system already.</summary>
    public static void Use()
    {
        if (OperatingSystem.IsWindows()) return;
        var written = Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Of(written ?? "C");
    }

    // "zh_CN.UTF-8@pinyin" is zh-CN; Chinese without a country is written in simplified letters.
    private static CultureInfo Of(string written)
    {
        var name = written.Split('.', '@')[0].Replace('_', '-');
        if (name is "C" or "POSIX") return CultureInfo.InvariantCulture;
        try
        {
            return CultureInfo.GetCultureInfo(name is "zh" ? "zh-Hans" : name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
