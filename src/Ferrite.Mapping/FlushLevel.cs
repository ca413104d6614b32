namespace Ferrite.Mapping;

/// <summary>How far a flush goes.</summary>
public enum FlushLevel
{
    /// <summary>
    /// On the device when the call returns, as far as the OS can say: <c>msync(MS_SYNC)</c> on Linux, with <c>fcntl(F_FULLFSYNC)</c> on
    /// macOS, <c>FlushViewOfFile</c> and <c>FlushFileBuffers</c> on Windows.
    /// </summary>
    Durable,

    /// <summary>A hint to start writing soon (<c>msync(MS_ASYNC)</c>). Promises nothing.</summary>
    Schedule,
}
