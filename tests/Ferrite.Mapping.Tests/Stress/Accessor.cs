namespace Ferrite.Mapping.Tests.Stress;

/// <summary>One thread's accesses, of every kind in turn. Only some exceptions are allowed, and only right bytes.</summary>
/// <param name="index">Which of the threads.</param>
/// <param name="slot">Its own part of the file.</param>
/// <param name="seed">Of what is drawn.</param>
/// <param name="longOneIn">How often a read is of any length rather than a short one: it takes longer, so that more can happen meanwhile.</param>
internal sealed class Accessor(int index, Slot slot, int seed, int longOneIn)
{
    private const int Short = 200;
    private const int Batch = 64;
    private const int HeldBatch = 1000;
    private const int ChecksOneIn = 256;

    private readonly Random _random = new((seed * Layout.Threads) + index);
    private readonly byte[] _buffer = new byte[Layout.Most];
    private long _accesses;

    internal long Accesses => Volatile.Read(ref _accesses);

    internal long Refusals { get; private set; }

    /// <summary>Some accesses of one kind, up to the first that is refused.</summary>
    internal void Run(MappedFile file, int length, Judge judge)
    {
        switch (_random.Next(8))
        {
            case 0:
                WriteSlot(file);
                break;
            case 1:
                WriteSame(file, length);
                break;
            case 2:
                Hold(file, length, judge);
                break;
            default:
                Read(file, length, judge);
                break;
        }
    }

    private void Read(MappedFile file, int length, Judge judge)
    {
        ReadKind kind = _random.Next(2000) == 0 ? ReadKind.Slow[0] : ReadKind.All[_random.Next(ReadKind.All.Length)];
        bool goesOn = true;
        for (int i = 0; i < Batch && goesOn; i++)
        {
            int most = _random.Next(longOneIn) == 0 ? length : Short;
            Span<byte> bytes = _buffer.AsSpan(0, kind.Size == 0 ? _random.Next(1, most) : kind.Size);
            int offset = _random.Next(length - bytes.Length);
            long before = judge.Before();
            goesOn = TryRead(kind, file, offset, bytes);
            if (goesOn)
            {
                judge.After(before, kind.Name, offset, bytes);
            }
        }
    }

    /// <summary>
    /// One view for many reads and writes, each followed by the question whether all so far can be trusted: it is there when the file is
    /// cut or disposed, where others mostly come before or after.
    /// </summary>
    private void Hold(MappedFile file, int length, Judge judge)
    {
        int wrote = 0;
        try
        {
            using WritableMappedView view = file.GetWritableView(0, Math.Min(length, file.Length));
            for (int i = 0; i < HeldBatch; i++)
            {
                Volatile.Write(ref _accesses, _accesses + 1);
                Span<byte> bytes = _buffer.AsSpan(0, _random.Next(1, Short));
                int offset = _random.Next((int)view.Length - bytes.Length);
                long before = judge.Before();
                view.Span.Slice(offset, bytes.Length).CopyTo(bytes);
                view.Validate();
                judge.After(before, "A view that is held", offset, bytes);
                wrote = _random.Next(1, Layout.SlotSize);
                slot.Next(wrote).CopyTo(view.Span[(int)slot.Offset..]);
                view.Validate();
                slot.Wrote(wrote);
                wrote = 0;
            }
        }
        catch (Exception e) when (IsAllowed(e))
        {
            Refusals++;
            slot.Check("A view that is held", uncertain: wrote);
        }
    }

    /// <summary>What is there anyway.</summary>
    private void WriteSame(MappedFile file, int length)
    {
        WriteKind kind = WriteKind.All[_random.Next(WriteKind.All.Length)];
        bool goesOn = true;
        for (int i = 0; i < Batch && goesOn; i++)
        {
            int size = kind.Size == 0 ? _random.Next(1, Short) : kind.Size;
            int offset = _random.Next(length - size);
            if (!Layout.TouchesSlots(offset, size))
            {
                goesOn = TryWrite(kind, file, offset, Layout.Content.AsSpan(offset, size));
            }
        }
    }

    private void WriteSlot(MappedFile file)
    {
        WriteKind kind = WriteKind.All[_random.Next(WriteKind.All.Length)];
        bool goesOn = true;
        for (int i = 0; i < Batch && goesOn; i++)
        {
            int size = kind.Size == 0 ? _random.Next(1, Layout.SlotSize) : kind.Size;
            goesOn = TryWrite(kind, file, slot.Offset, slot.Next(size));
            if (goesOn)
            {
                slot.Wrote(size);
            }

            if (!goesOn || _random.Next(ChecksOneIn) == 0)
            {
                slot.Check(kind.Name, uncertain: goesOn ? 0 : size);
            }
        }
    }

    private bool TryRead(ReadKind kind, MappedFile file, long offset, Span<byte> destination)
    {
        try
        {
            Volatile.Write(ref _accesses, _accesses + 1);
            kind.Run(file, offset, destination);
            return true;
        }
        catch (Exception e) when (IsAllowed(e))
        {
            Refusals++;
            return false;
        }
    }

    private bool TryWrite(WriteKind kind, MappedFile file, long offset, ReadOnlySpan<byte> source)
    {
        try
        {
            Volatile.Write(ref _accesses, _accesses + 1);
            kind.Run(file, offset, source);
            return true;
        }
        catch (Exception e) when (IsAllowed(e))
        {
            Refusals++;
            return false;
        }
    }

    private static bool IsAllowed(Exception e) => e is ObjectDisposedException or MappedFileFaultException or ArgumentOutOfRangeException;
}
