namespace Ferrite.Cli.Output;

/// <summary>Nobody reads standard output any more.</summary>
internal sealed class OutputClosedException : Exception;
