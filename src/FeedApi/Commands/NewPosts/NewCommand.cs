using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Commands.Options;
using FeedApi.Site;

namespace FeedApi.Commands.NewPosts;

/// <summary><c>feedapi new "Title"</c>: makes the file of a new post, and never touches one that is there.</summary>
internal static class NewCommand
{
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss",
    ];

    private static readonly string[] DatesWithOffset =
    [
        "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-ddTHH:mm:ssZ",
    ];

    private static readonly Argument<string?> Title = new("title")
    {
        Description = Localized.Text("The title."),
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Category = new("--category")
    {
        Description = Localized.Text("A category; once for each."),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Language = new("--lang")
    {
        Description = Localized.Text("The language, where it is not the site's."),
    };

    private static readonly Option<string?> Date = new("--date")
    {
        Description = Localized.Text(
            "The date, such as 2026-11-30 or 2026-11-30T08:00:00+08:00, in the site's zone unless it says another; now."),
    };

    private static readonly Option<bool> Edit = new("--edit")
    {
        Description = Localized.Text("Open it in the program that VISUAL or EDITOR names."),
    };

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("new", Localized.Text("Make the file of a new post.")) { Title, Category, Language, Date, Edit };
        command.SetAction((result, cancellationToken) =>
            CommandRun.RunAsync(stop => RunAsync(settings, result, TimeProvider.System, stop), cancellationToken, isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings, ParseResult given, TimeProvider time, CancellationToken stop)
    {
        var title = given.GetValue(Title)?.Trim();
        if (string.IsNullOrEmpty(title))
            throw new ServerSettingsException(Localized.Text("A new post needs a title: feedapi new \"Title\""));
        var site = SiteOfSettings.Read(settings);
        var post = new NewPost(
            title, DateOf(given.GetValue(Date), site, time), given.GetValue(Category) ?? [], LanguageOf(given.GetValue(Language), site));
        var editor = given.GetValue(Edit) ? EditorOfUser() : null;
        var path = Path.Combine(site.ContentFolder, post.PathIn(site));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await WriteAsync(path, post.TextIn(site), stop);
        await Console.Out.WriteLineAsync(Path.GetRelativePath(Environment.CurrentDirectory, path));
        if (editor is not null) await EditAsync(editor, path, stop);
        return 0;
    }

    // In one step: a server that watches the folder sees a whole file. Files that begin with a dot are no posts.
    private static async Task WriteAsync(string path, string text, CancellationToken stop)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".feedapi-new-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(unfinished, text, stop);
            File.Move(unfinished, path);
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw new ServerSettingsException(Localized.Text($"There is a post at {path} already; give another title or --date"));
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static string? LanguageOf(string? written, SiteConfig site)
    {
        if (written is null || site.Hugo is not { } hugo) return string.IsNullOrWhiteSpace(written) ? null : written;
        string[] known = [site.Language, .. (hugo.Languages?.Active ?? []).Select(language => language.Key)];
        return known.Contains(written, StringComparer.OrdinalIgnoreCase)
            ? written
            : throw new ServerSettingsException(
                Localized.Text($"--lang is {written}; the site has {string.Join(", ", known.Distinct(StringComparer.Ordinal))}"));
    }

    private static DateTimeOffset DateOf(string? written, SiteConfig site, TimeProvider time)
    {
        if (written is null) return TimeZoneInfo.ConvertTime(time.GetUtcNow(), site.TimeZone);
        var culture = CultureInfo.InvariantCulture;
        if (DateTimeOffset.TryParseExact(written, DatesWithOffset, culture, DateTimeStyles.AssumeUniversal, out var exact)) return exact;
        if (!DateTime.TryParseExact(written, Dates, culture, DateTimeStyles.None, out var date) || date.Year < 1900)
        {
            throw new ServerSettingsException(
                Localized.Text($"--date is {written}; write it like 2026-11-30 or 2026-11-30T08:00:00+08:00"));
        }

        return new DateTimeOffset(date, site.TimeZone.GetUtcOffset(date));
    }

    private static string EditorOfUser()
    {
        foreach (var variable in (string[])["VISUAL", "EDITOR"])
        {
            if (Environment.GetEnvironmentVariable(variable) is { } editor && editor.Trim().Length > 0) return editor;
        }

        throw new ServerSettingsException(Localized.Text("--edit needs VISUAL or EDITOR in the environment"));
    }

    private static async Task EditAsync(string editor, string path, CancellationToken stop)
    {
        // With arguments of its own, such as "code --wait".
        var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], [.. words[1..], path]))!;
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0)
                throw new ServerSettingsException(Localized.Text($"{editor} ended with {process.ExitCode}; the post is there"));
        }
        catch (Win32Exception failure)
        {
            throw new ServerSettingsException(Localized.Text($"{editor} cannot be started: {failure.Message}"));
        }
    }
}
