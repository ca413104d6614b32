using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Mapping.Tests.Model;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>A way to write. What it wrote is in the file, or it threw.</summary>
/// <param name="Name">The member.</param>
/// <param name="Size">Bytes that it writes; 0: as many as asked.</param>
/// <param name="Run">Writes.</param>
internal sealed record WriteKind(string Name, int Size, Action<MappedFile, long, ReadOnlySpan<byte>> Run)
{
    private const int ChunkSize = 5000;

    internal static readonly WriteKind[] All =
    [
        Scalar<byte>(), Scalar<int>(), Scalar<long>(), Scalar<Guid>(), Scalar<Bytes63>(), Scalar<Bytes64>(), Scalar<Bytes65>(),
        new("Write of a span", 0, static (file, offset, source) => file.Write(offset, source)),
        new("GetWritableView", 0, View),
        new("WritableMappedView.Write", 8, WriteView),
        new("WritableChunks", 0, Chunk),
    ];

    private static WriteKind Scalar<T>()
        where T : unmanaged =>
        new($"Write<{typeof(T).Name}>", Unsafe.SizeOf<T>(), static (file, offset, source) => file.Write(offset, MemoryMarshal.Read<T>(source)));

    private static void View(MappedFile file, long offset, ReadOnlySpan<byte> source)
    {
        using WritableMappedView view = file.GetWritableView(offset, source.Length);
        source.CopyTo(view.Span);
    }

    private static void WriteView(MappedFile file, long offset, ReadOnlySpan<byte> source)
    {
        using WritableMappedView view = file.GetWritableView(offset, sizeof(long));
        view.Write(0, MemoryMarshal.Read<long>(source));
    }

    private static void Chunk(MappedFile file, long offset, ReadOnlySpan<byte> source)
    {
        long end = offset + source.Length, at = 0;
        foreach (Span<byte> chunk in file.WritableChunks(ChunkSize))
        {
            long from = Math.Max(at, offset), to = Math.Min(at + chunk.Length, end);
            if (from < to)
            {
                source[(int)(from - offset)..(int)(to - offset)].CopyTo(chunk[(int)(from - at)..]);
            }

            at += chunk.Length;
            if (at >= end)
            {
                return;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(offset), offset, "The chunks ended before.");
    }
}
