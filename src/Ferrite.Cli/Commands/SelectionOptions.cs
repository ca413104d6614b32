using System.CommandLine;
using System.CommandLine.Parsing;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Commands;

/// <summary>What the commands about files have in common: which ones, and which part of each.</summary>
internal sealed class SelectionOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, and directories with all that is in them. Symbolic links are followed here, but not inside directories.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<Glob[]> _include = Globs("--include", "-i", "Only files that match: '*.db', 'base/**/log'. May be given again.");

    private readonly Option<Glob[]> _exclude = Globs("--exclude", "-e", "Neither files nor directories that match. May be given again.");

    private readonly Option<ByteRange?> _range = new("--range", "-r")
    {
        Description = "Only this part of each file, in bytes: 1G-2G, 512K-, -4096.",
        HelpName = "FROM-TO",
        CustomParser = ParseRange,
    };

    private readonly Option<bool> _follow = new("--follow", "-L")
    {
        Description = "Follow symbolic links inside directories too; each directory is walked once.",
    };

    private readonly Option<bool> _oneFileSystem = new("--one-file-system", "-x")
    {
        Description = "Leave out what lies on other file systems than its PATH.",
    };

    /// <summary>The globs and the range only, for what has its paths from elsewhere.</summary>
    internal void AddFilters(Command command)
    {
        command.Add(_include);
        command.Add(_exclude);
        command.Add(_range);
    }

    internal void AddTo(Command command)
    {
        command.Add(_paths);
        AddFilters(command);
        command.Add(_follow);
        if (OperatingSystem.IsLinux())
        {
            command.Add(_oneFileSystem);
        }
    }

    internal TreeSelection Filters(ParseResult parsed) => new()
    {
        Include = parsed.GetValue(_include) ?? [],
        Exclude = parsed.GetValue(_exclude) ?? [],
        Range = parsed.GetValue(_range) ?? ByteRange.Whole,
    };

    internal TreeSelection Read(ParseResult parsed) => Filters(parsed) with
    {
        Paths = parsed.GetRequiredValue(_paths),
        Follow = parsed.GetValue(_follow),
        OneFileSystem = OperatingSystem.IsLinux() && parsed.GetValue(_oneFileSystem),
    };

    internal static Option<bool> Json() => new("--json") { Description = "Write JSON, described in docs/ferrite-cache.md." };

    internal static Option<bool> Summary() => new("--summary", "-s") { Description = "Only the sum, not a line for each file." };

    private static Option<Glob[]> Globs(string name, string alias, string description) => new(name, alias)
    {
        Description = description,
        HelpName = "GLOB",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = static result =>
        {
            List<Glob> globs = [];
            foreach (byte[] pattern in CommandLineBytes.Of(result.Tokens.Select(static token => token.Value)))
            {
                try
                {
                    globs.Add(Glob.Parse(pattern));
                }
                catch (FormatException e)
                {
                    result.AddError($"'{new PathBytes(pattern)}' is no glob: {e.Message}.");
                }
            }

            return [.. globs];
        },
    };

    private static ByteRange? ParseRange(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        try
        {
            return ByteRange.Parse(text);
        }
        catch (FormatException e)
        {
            result.AddError($"'{text}' is no range: {e.Message}.");
            return null;
        }
    }
}
