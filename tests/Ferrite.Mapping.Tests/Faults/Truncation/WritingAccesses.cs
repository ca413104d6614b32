using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>Every kind of access that writes.</summary>
internal static class WritingAccesses
{
    private const int ChunkSize = 10_000;

    internal static readonly Access[] All =
    [
        new("Write<long>", Writes: true, static (file, trial) =>
        {
            trial.Length = Math.Min(trial.Length, sizeof(long));
            if (trial.Length == sizeof(long))
            {
                file.Write(trial.Offset, MemoryMarshal.Read<long>(trial.Bytes));
            }
            else
            {
                trial.Length = 1;
                file.Write(trial.Offset, trial.Buffer[0]);
            }
        }),
        new("Write(span)", Writes: true, static (file, trial) => file.Write(trial.Offset, trial.Bytes)),
        new("GetWritableView, write", Writes: true, static (file, trial) =>
        {
            using WritableMappedView view = file.GetWritableView(trial.Offset, trial.Length);
            trial.Bytes.CopyTo(view.Span);
        }),
        new("WritableMappedView.Write", Writes: true, static (file, trial) =>
        {
            trial.Length = Math.Max(1, trial.Length & -sizeof(int));
            using WritableMappedView view = file.GetWritableView(trial.Offset, trial.Length);
            for (int i = 0; i < trial.Length - sizeof(int) + 1; i += sizeof(int))
            {
                view.Write(i, MemoryMarshal.Read<int>(trial.Bytes[i..]));
            }

            view.Write(0, trial.Buffer[0]);
        }),
        new("WritableMappedView.Slice", Writes: true, static (file, trial) =>
        {
            using WritableMappedView view = file.GetWritableView();
            using WritableMappedView slice = view.Slice(trial.Offset, trial.Length);
            trial.Bytes.CopyTo(slice.Span);
        }),
        new("WritableChunks", Writes: true, WriteChunks),
        new("memcpy in", Writes: true, CopyNatively),
    ];

    /// <summary>Through the whole file, writing where the trial's range is; shorter if the mapping is.</summary>
    private static void WriteChunks(MappedFile file, Trial trial)
    {
        long at = 0;
        int written = 0;
        foreach (Span<byte> chunk in file.WritableChunks(ChunkSize))
        {
            int first = (int)Math.Clamp(trial.Offset - at, 0, chunk.Length);
            int length = Math.Min(chunk.Length - first, trial.Length - written);
            trial.Bytes.Slice(written, length).CopyTo(chunk[first..]);
            written += length;
            at += chunk.Length;
        }

        trial.Length = written;
    }

    private static unsafe void CopyNatively(MappedFile file, Trial trial)
    {
        using WritableMappedView view = file.GetWritableView(trial.Offset, trial.Length);
        // SAFETY: both spans hold trial.Length bytes; the view stays alive to its Dispose.
        fixed (byte* to = view.Span, from = trial.Bytes)
        {
            Libc.MemCpy(to, from, (nuint)trial.Length);
        }
    }
}
