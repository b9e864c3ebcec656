using System.CommandLine;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;

namespace FeedApi.Commands;

/// <summary><c>feedapi completion</c>: prints what makes a shell complete commands, options and settings.</summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = new("shell") { Description = Localized.Text("bash, zsh, fish or pwsh.") };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var description = Localized.Text("Print a script that makes a shell complete commands and options.");
        var command = new Command("completion", description) { Shell };
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        command.SetAction(result =>
        {
            var commands = result.RootCommandResult.Command.Subcommands.OrderBy(each => each.Name, StringComparer.Ordinal).ToList();
            result.InvocationConfiguration.Output.Write(ScriptOf(result.GetValue(Shell)!, commands).ReplaceLineEndings("\n"));
        });
        return command;
    }

    private static string ScriptOf(string shell, List<Command> commands)
    {
        var names = string.Join(' ', commands.Select(command => command.Name));
        var settings = string.Join(' ', Setting.All.Select(setting => "--" + setting.Key));
        return shell switch
        {
            "bash" => Bash(names, commands, settings),
            "zsh" => "#compdef feedapi\nautoload -U +X bashcompinit && bashcompinit\n" + Bash(names, commands, settings),
            "fish" => Fish(commands),
            _ => PowerShell(names, commands, settings),
        };
    }

    // Values of options are names of files and folders mostly, which the shell knows.
    private static string Bash(string names, List<Command> commands, string settings) => $$"""
        _feedapi() {
          local word="${COMP_WORDS[COMP_CWORD]}" command="" each
          for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
            case " {{names}} " in *" $each "*) command="$each"; break;; esac
          done
          case "$word" in
            -*)
              local options="{{settings}} --help"
              case "$command" in
        {{string.Join('\n', commands.Where(HasOptions).Select(each => $"        {each.Name}) options=\"{OptionsOf(each)} $options\";;"))}}
              esac
              COMPREPLY=($(compgen -W "$options" -- "$word"));;
            *)
              if [ -z "$command" ]; then COMPREPLY=($(compgen -W "{{names}}" -- "$word")); else COMPREPLY=($(compgen -f -- "$word")); fi;;
          esac
          # A setting has a colon, at which bash breaks words.
          if [[ "$word" == *:* ]] && type __ltrim_colon_completions >/dev/null 2>&1; then __ltrim_colon_completions "$word"; fi
        }
        complete -o filenames -F _feedapi feedapi

        """;

    private static string Fish(List<Command> commands)
    {
        List<string> lines = ["complete -c feedapi -n __fish_use_subcommand -f"];
        foreach (var command in commands)
        {
            lines.Add($"complete -c feedapi -n __fish_use_subcommand -a {command.Name} -d '{Plain(command.Description)}'");
            var after = $"complete -c feedapi -n '__fish_seen_subcommand_from {command.Name}'";
            lines.AddRange(command.Options.Select(option => $"{after} -l {option.Name[2..]} -r -d '{Plain(option.Description)}'"));
        }

        foreach (var setting in Setting.All)
            lines.Add($"complete -c feedapi -l {setting.Key} -r -d '{Plain(Localized.Text(SettingText.Of(setting).Meaning))}'");
        return string.Join('\n', lines) + "\n";
    }

    private static string PowerShell(string names, List<Command> commands, string settings) => $$"""
        Register-ArgumentCompleter -Native -CommandName feedapi -ScriptBlock {
          param($word, $line, $position)
          $commands = '{{names}}' -split ' '
          $options = @{
        {{string.Join('\n', commands.Where(HasOptions).Select(each => $"    '{each.Name}' = '{OptionsOf(each)}'"))}}
          }
          $words = $line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" }
          $command = $words | Where-Object { $_ -in $commands } | Select-Object -First 1
          $all = @()
          if ($word -like '-*') { $all = ("$($options[$command]) {{settings}} --help").Trim() -split ' ' }
          elseif (-not $command) { $all = $commands }
          $all | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;

    private static bool HasOptions(Command command) => command.Options.Count > 0;

    private static string OptionsOf(Command command) => string.Join(' ', command.Options.Select(option => option.Name));

    private static string Plain(string? text) =>
        (text ?? "").Replace("`", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
}
