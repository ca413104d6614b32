using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>An integer of the file, to be changed atomically. Where the file is mapped ReadOnly it can only be loaded.</summary>
    /// <typeparam name="T">int, uint, long or ulong.</typeparam>
    /// <param name="offset">Bytes from the file's beginning, a multiple of the integer's size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The integer isn't inside the file.</exception>
    /// <exception cref="DataMisalignedException">The offset is no multiple of the integer's size.</exception>
    /// <exception cref="NotSupportedException">Another type.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe AtomicRef<T> GetAtomic<T>(long offset)
        where T : unmanaged
    {
        AtomicOperations.Check<T>(offset);
        return new AtomicRef<T>(ref _region, Views.GetUnheld(ref _region, offset, sizeof(T)), offset);
    }

    /// <summary>Integers side by side, each to be changed atomically.</summary>
    /// <typeparam name="T">int, uint, long or ulong.</typeparam>
    /// <param name="offset">Bytes from the file's beginning, a multiple of the integer's size.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They aren't inside the file.</exception>
    /// <exception cref="DataMisalignedException">The offset is no multiple of the integer's size.</exception>
    /// <exception cref="NotSupportedException">Another type.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public unsafe AtomicSpan<T> GetAtomics<T>(long offset, int count)
        where T : unmanaged
    {
        AtomicOperations.Check<T>(offset);
        return new AtomicSpan<T>(ref _region, Views.GetUnheld(ref _region, offset, (long)count * sizeof(T)), offset, count);
    }
}
