namespace Ferrite.Handles;

/// <summary>Thrown where <see cref="HandleSanitizer"/> finds that a number is no longer what its owner opened. A bug in the program.</summary>
public sealed class HandleMisuseException : InvalidOperationException
{
    /// <summary>Of a report.</summary>
    public HandleMisuseException(HandleMisuse misuse)
        : base(misuse?.ToString()) => Misuse = misuse;

    /// <summary>Without a report.</summary>
    public HandleMisuseException()
    {
    }

    /// <summary>Without a report.</summary>
    public HandleMisuseException(string? message)
        : base(message)
    {
    }

    /// <summary>Without a report.</summary>
    public HandleMisuseException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The report; null where it was made without one.</summary>
    public HandleMisuse? Misuse { get; }
}
