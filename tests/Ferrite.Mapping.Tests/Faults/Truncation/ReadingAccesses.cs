using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>Every kind of access that reads.</summary>
internal static class ReadingAccesses
{
    private const int ChunkSize = 10_000;

    internal static readonly Access[] All =
    [
        new("Read<long>", Writes: false, static (file, trial) => ReadScalar<long>(file, trial)),
        new("Read<Large>", Writes: false, static (file, trial) => ReadScalar<Large>(file, trial)),
        new("CopyTo", Writes: false, static (file, trial) => file.CopyTo(trial.Offset, trial.Bytes)),
        new("Read(body)", Writes: false, static (file, trial) => file.Read(trial.Offset, trial.Length, span =>
        {
            span.CopyTo(trial.Bytes);
            return true;
        })),
        new("Read(state, body)", Writes: false, static (file, trial) => file.Read(trial.Offset, trial.Length, trial.Bytes, static (span, bytes) =>
        {
            span.CopyTo(bytes);
            return true;
        })),
        new("GetView", Writes: false, static (file, trial) =>
        {
            using MappedView view = file.GetView(trial.Offset, trial.Length);
            view.Span.CopyTo(trial.Bytes);
        }),
        new("GetView whole", Writes: false, static (file, trial) =>
        {
            using MappedView view = file.GetView();
            Whole(trial, view.Length);
            view.Span.CopyTo(trial.Bytes);
        }),
        new("MappedView.Read", Writes: false, ReadThroughView),
        new("MappedView.Slice", Writes: false, static (file, trial) =>
        {
            using MappedView view = file.GetView();
            using MappedView slice = view.Slice(trial.Offset, trial.Length);
            slice.Span.CopyTo(trial.Bytes);
        }),
        new("MappedView.Validate", Writes: false, static (file, trial) =>
        {
            // Not disposed: what was validated can be trusted, whatever comes later.
            MappedView view = file.GetView(trial.Offset, trial.Length);
            view.Span.CopyTo(trial.Bytes);
            view.Validate();
        }),
        new("GetWritableView, read", Writes: false, static (file, trial) =>
        {
            using WritableMappedView view = file.GetWritableView(trial.Offset, trial.Length);
            view.Span.CopyTo(trial.Bytes);
        }),
        new("Chunks", Writes: false, static (file, trial) => Enumerate(file.Chunks(ChunkSize), trial)),
        new("Pages", Writes: false, static (file, trial) => Enumerate(file.Pages(), trial)),
        new("ReadChunks", Writes: false, ReadCopies),
        new("MappedStream.Read, short", Writes: false, ReadStream),
        new("memcpy out", Writes: false, CopyNatively),
    ];

    private static void ReadScalar<T>(MappedFile file, Trial trial)
        where T : unmanaged
    {
        trial.Length = Unsafe.SizeOf<T>();
        trial.Offset = Math.Min(trial.Offset, Pattern.FileLength - trial.Length);
        T value = file.Read<T>(trial.Offset);
        MemoryMarshal.Write(trial.Bytes, in value);
    }

    private static void ReadThroughView(MappedFile file, Trial trial)
    {
        trial.Length &= -sizeof(int);
        using MappedView view = file.GetView(trial.Offset, trial.Length);
        for (int i = 0; i < trial.Length; i += sizeof(int))
        {
            int value = view.Read<int>(i);
            MemoryMarshal.Write(trial.Bytes[i..], in value);
        }
    }

    /// <summary>A chunk is checked by the step to the next one: what was seen before a throw was good and is not counted.</summary>
    private static void Enumerate(ChunkEnumerable chunks, Trial trial)
    {
        Whole(trial, 0);
        foreach (ReadOnlySpan<byte> chunk in chunks)
        {
            chunk.CopyTo(trial.Buffer.AsSpan(trial.Length));
            trial.Length += chunk.Length;
        }
    }

    private static void ReadCopies(MappedFile file, Trial trial)
    {
        Whole(trial, 0);
        foreach (byte[] chunk in file.ReadChunks(ChunkSize))
        {
            chunk.CopyTo(trial.Buffer.AsSpan(trial.Length));
            trial.Length += chunk.Length;
        }
    }

    private static void ReadStream(MappedFile file, Trial trial)
    {
        trial.Length = Math.Min(trial.Length, sizeof(long) * 8);
        using Stream stream = file.OpenStream(trial.Offset);
        trial.Length = stream.Read(trial.Bytes);
    }

    private static unsafe void CopyNatively(MappedFile file, Trial trial)
    {
        using MappedView view = file.GetView(trial.Offset, trial.Length);
        // SAFETY: both spans hold trial.Length bytes; the view stays alive to its Dispose.
        fixed (byte* from = view.Span, to = trial.Bytes)
        {
            Libc.MemCpy(to, from, (nuint)trial.Length);
        }
    }

    private static void Whole(Trial trial, long length) => (trial.Offset, trial.Length) = (0, (int)length);

    /// <summary>Larger than what the fast path takes.</summary>
    [InlineArray(12)]
    private struct Large
    {
        private long _element;
    }
}
