using System.Runtime.CompilerServices;
using Ferrite.Mapping.Tests.Model;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>A way to read. What it filled the destination with was found to be trusted, or it threw.</summary>
/// <param name="Name">The member.</param>
/// <param name="Size">Bytes that it reads; 0: as many as asked.</param>
/// <param name="Run">Reads.</param>
internal sealed record ReadKind(string Name, int Size, Action<MappedFile, long, Span<byte>> Run)
{
    private const int ChunkSize = 5000;

    internal static readonly ReadKind[] All =
    [
        Scalar<byte>(), Scalar<int>(), Scalar<long>(), Scalar<Guid>(), Scalar<Bytes63>(), Scalar<Bytes64>(), Scalar<Bytes65>(), Scalar<Bytes100>(),
        new("CopyTo", 0, static (file, offset, destination) => file.CopyTo(offset, destination)),
        new("Read by delegate", 0, Delegate),
        new("GetView", 0, View),
        new("GetView().Slice", 0, Slice),
        new("MappedView.Read", 8, ReadView),
        new("GetWritableView", 0, WritableView),
        new("Chunks", 0, Chunk),
        new("WritableChunks", 0, WritableChunk),
    ];

    /// <summary>They take time and allocate: not for the inside of a tight loop.</summary>
    internal static readonly ReadKind[] Slow = [new("ReadChunks", 0, Copies)];

    private static ReadKind Scalar<T>()
        where T : unmanaged =>
        new($"Read<{typeof(T).Name}>", Unsafe.SizeOf<T>(), static (file, offset, destination) =>
            Unsafe.WriteUnaligned(ref destination[0], file.Read<T>(offset)));

    private static void Delegate(MappedFile file, long offset, Span<byte> destination) =>
        file.Read(offset, destination.Length, destination, static (span, destination) =>
        {
            span.CopyTo(destination);
            return 0;
        });

    private static void View(MappedFile file, long offset, Span<byte> destination)
    {
        using MappedView view = file.GetView(offset, destination.Length);
        view.Span.CopyTo(destination);
    }

    private static void Slice(MappedFile file, long offset, Span<byte> destination)
    {
        using MappedView view = file.GetView();
        using MappedView slice = view.Slice(offset, destination.Length);
        slice.Span.CopyTo(destination);
    }

    private static void ReadView(MappedFile file, long offset, Span<byte> destination)
    {
        using MappedView view = file.GetView(offset, sizeof(long));
        Unsafe.WriteUnaligned(ref destination[0], view.Read<long>(0));
    }

    private static void WritableView(MappedFile file, long offset, Span<byte> destination)
    {
        using WritableMappedView view = file.GetWritableView(offset, destination.Length);
        view.Span.CopyTo(destination);
    }

    private static void Chunk(MappedFile file, long offset, Span<byte> destination)
    {
        long end = offset + destination.Length, at = 0;
        foreach (ReadOnlySpan<byte> chunk in file.Chunks(ChunkSize))
        {
            Copy(chunk, at, offset, destination);
            at += chunk.Length;
            if (at >= end)
            {
                return;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(offset), offset, "The chunks ended before.");
    }

    private static void WritableChunk(MappedFile file, long offset, Span<byte> destination)
    {
        long end = offset + destination.Length, at = 0;
        foreach (Span<byte> chunk in file.WritableChunks(ChunkSize))
        {
            Copy(chunk, at, offset, destination);
            at += chunk.Length;
            if (at >= end)
            {
                return;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(offset), offset, "The chunks ended before.");
    }

    private static void Copies(MappedFile file, long offset, Span<byte> destination)
    {
        long end = offset + destination.Length, at = 0;
        foreach (byte[] chunk in file.ReadChunks(ChunkSize))
        {
            Copy(chunk, at, offset, destination);
            at += chunk.Length;
            if (at >= end)
            {
                return;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(offset), offset, "The chunks ended before.");
    }

    /// <summary>What of the chunk, which begins <paramref name="at"/>, lies in the range.</summary>
    private static void Copy(ReadOnlySpan<byte> chunk, long at, long offset, Span<byte> destination)
    {
        long from = Math.Max(at, offset), to = Math.Min(at + chunk.Length, offset + destination.Length);
        if (from < to)
        {
            chunk[(int)(from - at)..(int)(to - at)].CopyTo(destination[(int)(from - offset)..]);
        }
    }
}
