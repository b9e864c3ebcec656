using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;

namespace FeedApi.Commands;

/// <summary>What is wrong in a command line, in one line.</summary>
internal static class CommandLineFault
{
    private const string EndOfOptions = "--";

    /// <summary>The first fault; null when there is none.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="arguments">The command line as typed.</param>
    public static string? In(ParseResult result, string[] arguments)
    {
        // What looks like an option and is none may have become the argument of a command.
        var isUnknown = result.Tokens.TakeWhile(token => token.Type is not TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type is TokenType.Argument && token.Value.StartsWith('-') && token.Value.Length > 1);
        if (isUnknown is not null) return NoOption(isUnknown.Value, result.CommandResult.Command, arguments);
        if (result.UnmatchedTokens is [var token, ..]) return Unexpected(token, result, arguments);
        if (result.CommandResult.Children.OfType<OptionResult>().Select(InValue).FirstOrDefault(fault => fault is not null) is { } inValue)
            return inValue;
        if (result.Errors is not [var error, ..]) return null;
        if (error.SymbolResult is OptionResult { Tokens: [var given, ..] } option) return WrongValue(option.Option, given.Value);
        // Some messages of the parser are a list of lines.
        return string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Unexpected(string token, ParseResult result, string[] arguments)
    {
        var isAfterHyphens =
            arguments.Contains(EndOfOptions) && Array.LastIndexOf(arguments, token) > Array.IndexOf(arguments, EndOfOptions);
        if (isAfterHyphens) return Localized.Text($"Unexpected argument {token} after --");
        var command = result.CommandResult.Command;
        return command is RootCommand
            ? HelpCommand.NoCommand(token, result)
            : Localized.Text($"Unexpected argument {token}; see feedapi {command.Name} --help");
    }

    private static string NoOption(string token, Command command, string[] arguments)
    {
        var name = token.Split('=')[0];
        var hint = Suggestion.Near(name, command.Options.Select(option => option.Name));
        return Localized.Text($"There is no option {name}{(hint.Length > 0 ? hint : CommandArguments.HintFor(name, arguments))}");
    }

    private static string? InValue(OptionResult option)
    {
        var name = option.Option.Name.TrimStart('-');
        if (option.IdentifierTokenCount > 1 && option.Option.Arity.MaximumNumberOfValues <= 1)
            return Localized.Text($"--{name} may be given only once");
        return option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)) ? Localized.Text($"--{name} is empty") : null;
    }

    private static string WrongValue(Option option, string given)
    {
        var allowed = string.Join(", ", option.GetCompletions(CompletionContext.Empty).Select(item => item.Label));
        return Localized.Text($"{option.Name} is {given}; it must be one of {allowed}");
    }
}
