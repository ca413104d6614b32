namespace Ferrite.Mapping.Tests.Model;

/// <summary>The file did something else than the model.</summary>
internal sealed class ModelMismatchException(string message, Exception? inner = null) : Exception(message, inner);
