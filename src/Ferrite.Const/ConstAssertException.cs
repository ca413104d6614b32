namespace Ferrite.Const;

/// <summary>A condition on const parameters does not hold.</summary>
public sealed class ConstAssertException : Exception
{
    /// <summary>Without a message.</summary>
    public ConstAssertException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">Which condition.</param>
    public ConstAssertException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">Which condition.</param>
    /// <param name="innerException">Why it could not be evaluated.</param>
    public ConstAssertException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
