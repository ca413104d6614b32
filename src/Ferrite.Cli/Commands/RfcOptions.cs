using System.CommandLine;

namespace Ferrite.Cli.Commands;

/// <summary>Options and arguments that several commands on RFCs have.</summary>
internal static class RfcOptions
{
    internal static Argument<string> Number() => new("NUMBER") { Description = "The RFC: its number, its file's name or its path." };

    internal static Option<string> Root() => new("--root")
    {
        Description = "Where to look for the folder rfcs: here, and in the directories above.",
        DefaultValueFactory = static _ => ".",
    };

    internal static Option<string?> Team() => new("--team", "-t") { Description = "A sub-team of rfcs/teams.md." };

    internal static Option<bool> Json() => new("--json") { Description = "Write JSON: one object, described in docs/ferrite-rfc.md." };
}
