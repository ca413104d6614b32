namespace Ferrite.Handles;

/// <summary>
/// A name that does not stay beneath its <see cref="DirectoryHandle"/>: it is empty, absolute, has <c>..</c> or a NUL, or a symbolic link on
/// its way leads outside. Nothing was touched.
/// </summary>
public sealed class PathEscapeException : IOException
{
    /// <summary>An escape by no known name.</summary>
    public PathEscapeException()
        : this("The name leads outside its directory.")
    {
    }

    /// <summary>An escape with a message.</summary>
    /// <param name="message">What was wrong.</param>
    public PathEscapeException(string message)
        : base(message)
    {
    }

    /// <summary>An escape with a message and what led to it.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public PathEscapeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal PathEscapeException(string name, string why)
        : base($"'{name.Replace("\0", "\\0", StringComparison.Ordinal)}' is refused: {why}.")
    {
        Name = name;
        Why = why;
    }

    /// <summary>The name that was given, if it is known.</summary>
    public string? Name { get; }

    internal string Why { get; } = "";
}
