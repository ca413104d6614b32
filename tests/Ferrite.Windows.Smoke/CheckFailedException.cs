namespace Ferrite.Windows.Smoke;

internal sealed class CheckFailedException(string message) : Exception(message);
