namespace Ferrite.Mapping.Tests.Model;

/// <summary>How a call is refused, as far as the contract says.</summary>
internal enum Refusal
{
    None,
    OutOfRange,
    NotSupported,
    Disposed,
    Fault,
    Unauthorized,
    Failed,

    /// <summary>What a caller's own code threw.</summary>
    Callers,
}

/// <summary>Thrown by code that the model hands to the file.</summary>
internal sealed class CallersException : Exception;

internal static class Refusals
{
    /// <exception cref="ModelMismatchException">No contract allows it.</exception>
    internal static Refusal Of(Exception exception) => exception switch
    {
        ArgumentOutOfRangeException => Refusal.OutOfRange,
        NotSupportedException => Refusal.NotSupported,
        ObjectDisposedException => Refusal.Disposed,
        MappedFileFaultException => Refusal.Fault,
        UnauthorizedAccessException => Refusal.Unauthorized,
        IOException => Refusal.Failed,
        CallersException => Refusal.Callers,
        _ => throw new ModelMismatchException("An exception outside the contract.", exception),
    };
}
