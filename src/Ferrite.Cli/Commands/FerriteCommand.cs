using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ferrite.Cli.Commands;

/// <summary>The whole grammar, and how a command line is run.</summary>
internal static class FerriteCommand
{
    internal static int Run(string[] args)
    {
        // No response files: a path may begin with '@'.
        ParseResult parsed = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string[] errors = parsed.Action is ParseErrorAction
            ? [.. parsed.Errors.Select(static error => error.Message)]
            : [.. UnknownOptions.In(parsed).Select(static option => $"There is no option '{option}'. If it is a path, put '--' before the paths.")];
        return errors.Length > 0 ? Refuse(parsed, errors) : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Files, memory and the page cache.") { CacheCommand.Create() };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Action = new HelpWithExamples((HelpAction)help.Action!);
            }
        }

        return root;
    }

    private static int Refuse(ParseResult parsed, string[] errors)
    {
        foreach (string error in errors)
        {
            Console.Error.WriteLine($"ferrite: {error}");
        }

        Console.Error.WriteLine($"Try '{HelpWithExamples.NameOf(parsed.CommandResult.Command)} --help'.");
        return ExitCode.Usage;
    }
}
