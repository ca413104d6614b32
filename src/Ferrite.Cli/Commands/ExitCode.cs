namespace Ferrite.Cli.Commands;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    internal const int Ok = 0;

    /// <summary>Something failed; the rest was done.</summary>
    internal const int Failed = 1;

    /// <summary>The command line is wrong, or what it names can't be worked with; nothing was done.</summary>
    internal const int Usage = 2;
}
