namespace Ferrite.Cli.Output;

/// <summary>Nobody reads what is written any more: "| head" has seen enough.</summary>
internal sealed class OutputClosedException : Exception;
