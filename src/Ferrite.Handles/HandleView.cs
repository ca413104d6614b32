namespace Ferrite.Handles;

/// <summary>
/// A handle seen as a stream or socket, which ends without closing it: Rust's <c>as_filelike_view</c>. What it shows has a number of its own
/// for the same open object, so that nobody's use of it, at any time, can meet another object: position and connection are shared, the
/// number is not. Thread-safety: of what it shows.
/// </summary>
/// <typeparam name="T">What it is seen as.</typeparam>
public sealed class HandleView<T> : IDisposable
    where T : class, IDisposable
{
    internal HandleView(T value) => Value = value;

    /// <summary>What the handle is seen as. Disposed of with the view.</summary>
    public T Value { get; }

    /// <summary>Ends the view: what it has buffered is written; the handle that it is of stays open. Does nothing the second time.</summary>
    /// <exception cref="IOException">What was buffered could not be written.</exception>
    public void Dispose() => Value.Dispose();
}
