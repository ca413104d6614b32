namespace Ferrite.Mapping.Tests.Stress;

/// <summary>One thread's accesses, of every kind in turn. Only some exceptions are allowed, and only right bytes.</summary>
internal sealed class Accessor(int index, Slot slot, int seed)
{
    private const int MostBytes = 200;
    private const int Batch = 64;
    private const int ChecksOneIn = 256;

    private readonly Random _random = new((seed * Layout.Threads) + index);
    private readonly byte[] _buffer = new byte[MostBytes];
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
            Span<byte> bytes = _buffer.AsSpan(0, kind.Size == 0 ? _random.Next(1, MostBytes) : kind.Size);
            int offset = _random.Next(length - bytes.Length);
            long before = judge.Before();
            goesOn = TryRead(kind, file, offset, bytes);
            if (goesOn)
            {
                judge.After(before, kind.Name, offset, bytes);
            }
        }
    }

    /// <summary>What is there anyway.</summary>
    private void WriteSame(MappedFile file, int length)
    {
        WriteKind kind = WriteKind.All[_random.Next(WriteKind.All.Length)];
        bool goesOn = true;
        for (int i = 0; i < Batch && goesOn; i++)
        {
            int size = kind.Size == 0 ? _random.Next(1, MostBytes) : kind.Size;
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
