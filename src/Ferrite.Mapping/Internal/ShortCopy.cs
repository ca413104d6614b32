using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Copies of a vector or a few, without a call and without a loop: two loads, which may overlap, then two stores, so that the bytes may be
/// the destination's own.
/// </summary>
internal static unsafe class ShortCopy
{
    private const int Longest = Region.FastSize;

    private static int Shortest => Vector128<byte>.Count;

    /// <summary>Whether a copy of so many bytes is a short one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Takes(int length) => (uint)(length - Shortest) <= (uint)(Longest - Shortest);

    /// <summary>For a destination whose length is one that <see cref="Takes"/>; as many bytes are read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy(byte* source, Span<byte> destination)
    {
        ref byte first = ref MemoryMarshal.GetReference(destination);
        if (destination.Length >= Vector256<byte>.Count)
        {
            // SAFETY: the caller promises between 32 and 64 bytes at the source; the vectors end where the source and the span do.
            nint last = destination.Length - Vector256<byte>.Count;
            Vector256<byte> head = Vector256.Load(source);
            Vector256<byte> tail = Vector256.Load(source + last);
            head.StoreUnsafe(ref first);
            tail.StoreUnsafe(ref Unsafe.Add(ref first, last));
        }
        else
        {
            // SAFETY: the same with between 16 and 31 bytes.
            nint last = destination.Length - Vector128<byte>.Count;
            Vector128<byte> head = Vector128.Load(source);
            Vector128<byte> tail = Vector128.Load(source + last);
            head.StoreUnsafe(ref first);
            tail.StoreUnsafe(ref Unsafe.Add(ref first, last));
        }
    }
}
