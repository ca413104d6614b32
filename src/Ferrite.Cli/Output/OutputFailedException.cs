namespace Ferrite.Cli.Output;

/// <summary>What is to be written could not be: a full disk.</summary>
internal sealed class OutputFailedException(string message) : Exception(message);
