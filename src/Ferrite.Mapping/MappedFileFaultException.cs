namespace Ferrite.Mapping;

/// <summary>
/// A page of the mapping could not be had, so what was read there, or written, can't be trusted. The mapping stays untrusted until
/// <see cref="MappedFile.Refresh"/> maps the file anew.
/// </summary>
public sealed class MappedFileFaultException : IOException
{
    /// <summary>Creates the exception with a default message.</summary>
    public MappedFileFaultException()
        : this("A page of the mapped file could not be had.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public MappedFileFaultException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and what led to it.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What code failed with that worked on the untrusted bytes, if it did.</param>
    public MappedFileFaultException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a fault.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="offset">Where in the file, in bytes.</param>
    /// <param name="cause">Why.</param>
    /// <param name="innerException">What code failed with that worked on the untrusted bytes, if it did.</param>
    public MappedFileFaultException(string message, long offset, FaultCause cause, Exception? innerException = null)
        : base(message, innerException)
    {
        Offset = offset;
        Cause = cause;
    }

    /// <summary>Where in the file the first missing page was touched, in bytes from its beginning.</summary>
    public long Offset { get; }

    /// <summary>Why the page was missing.</summary>
    public FaultCause Cause { get; }
}
