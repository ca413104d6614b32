namespace Ferrite.Cli.Output;

/// <summary>Standard output could not be written: a full disk.</summary>
internal sealed class OutputFailedException(string message) : Exception(message);
