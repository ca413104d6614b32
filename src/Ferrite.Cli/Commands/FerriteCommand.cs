using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Commands;

/// <summary>The whole grammar, and how a command line is run.</summary>
internal static class FerriteCommand
{
    internal static int Run(string[] args)
    {
        var errors = new ErrorOutput(hasProgress: false);
        try
        {
            // No response files: a path may begin with '@'.
            ParseResult parsed = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            string[] mistakes = MistakesIn(parsed);
            return mistakes.Length > 0 ? Refuse(parsed, mistakes, errors) : Invoke(parsed);
        }
        catch (OutputClosedException)
        {
            // Whoever reads has read enough: "| head". Nothing to say, and nobody to say it to.
            return ExitCode.Ok;
        }
        catch (OutputFailedException e)
        {
            errors.WriteLine(e.Message);
            return ExitCode.Failed;
        }
    }

    private static int Invoke(ParseResult parsed)
    {
        // For help and the version; commands open their own.
        using TextWriter output = StandardStreams.CreateWriter(StandardStreams.OpenOutput());
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output });
    }

    private static string[] MistakesIn(ParseResult parsed) => parsed.Action is ParseErrorAction
        ? [.. parsed.Errors.Select(static error => error.Message)]
        : [.. UnknownOptions.In(parsed).Select(static option =>
            $"There is no option '{option}'. If it is a path, put '--' before the paths.")];

    private static RootCommand Create()
    {
        var root = new RootCommand("Files and the page cache; projects and the SDK they need; RFCs.") { CacheCommand.Create(), FloorCommand.Create(), RfcCommand.Create() };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Action = new HelpWithExamples((HelpAction)help.Action!);
            }
        }

        return root;
    }

    private static int Refuse(ParseResult parsed, string[] mistakes, ErrorOutput errors)
    {
        foreach (string mistake in mistakes)
        {
            errors.WriteLine(mistake);
        }

        errors.WriteLine($"Try '{HelpWithExamples.NameOf(parsed.CommandResult.Command)} --help'.");
        return ExitCode.Usage;
    }
}
