using System.Diagnostics.CodeAnalysis;

namespace Ferrite.Mapping.Internal;

/// <summary>What accesses throw, out of their way.</summary>
internal static class Throw
{
    [DoesNotReturn]
    internal static void OutOfRange(long offset, long length, long total) =>
        throw new ArgumentOutOfRangeException(
            length < 0 ? nameof(length) : nameof(offset),
            length < 0 ? length : offset,
            $"Offset {offset}, length {length} lies outside the mapping of {total} bytes.");

    [DoesNotReturn]
    internal static void Disposed() => throw new ObjectDisposedException(nameof(MappedFile));

    internal static void IfNotWritable(MapMode mode)
    {
        if (mode == MapMode.ReadOnly)
        {
            throw new NotSupportedException("The file is mapped ReadOnly: open it with MapMode.ReadWrite or MapMode.CopyOnWrite to write.");
        }
    }
}
