using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// A log that survives the death of its writer, of the OS, of the power: what was acknowledged is there, what was torn is not.
/// <c>dotnet run --project samples -- log /tmp/events.log append</c> writes the lines of its input, and says the number of each once it is
/// durable; <c>… list</c> shows them.
/// </summary>
/// <remarks>
/// A record is a checksum, its length (never 0, which is what the end looks like), its payload. The checksum covers the record before's:
/// so bytes that a crash left behind the last good record never look like the next one, whatever they once were.
/// </remarks>
internal sealed class CrashSafeLog : IDisposable
{
    private const int HeaderLength = 2 * sizeof(uint);

    private readonly MappedFile _file;
    private long _end;
    private uint _checksum = 0x4652_4C47;

    /// <summary>Opens or creates the log, and recovers: hands each good record to the callback, to go on behind the last.</summary>
    internal CrashSafeLog(string path, Action<ReadOnlySpan<byte>> onRecord)
    {
        // Preallocated: a full disk is an exception when the file is to grow, and not at a store.
        _file = MappedFile.OpenOrCreate(path, 64 << 10, new MappedFileOptions { Capacity = 1L << 30, Preallocate = true });
        using MappedView view = _file.GetView();
        while (TryRead(view, out ReadOnlySpan<byte> record))
        {
            onRecord(record[HeaderLength..]);
            _end += record.Length;
        }
    }

    internal static int Run(string path, bool append)
    {
        int number = 0;
        using var log = new CrashSafeLog(path, record =>
        {
            number++;
            if (!append)
            {
                Console.WriteLine(Encoding.UTF8.GetString(record));
            }
        });
        while (append && Console.ReadLine() is { } line)
        {
            log.Append(Encoding.UTF8.GetBytes(line));
            Console.WriteLine(++number);
        }

        return 0;
    }

    /// <summary>Durable when it returns.</summary>
    internal void Append(ReadOnlySpan<byte> payload)
    {
        byte[] record = new byte[HeaderLength + payload.Length];
        payload.CopyTo(record.AsSpan(HeaderLength));
        MemoryMarshal.Write(record.AsSpan(sizeof(uint)), record.Length);
        uint checksum = Checksum(_checksum, record);
        MemoryMarshal.Write(record, checksum);
        if (record.Length > _file.Length - _end)
        {
            _file.Resize(Math.Max(2 * _file.Length, _end + record.Length));
        }

        _file.Write(_end, record);
        _file.Flush(_end, record.Length);
        // Only now: where growing or flushing threw, the next record follows the one before.
        (_end, _checksum) = (_end + record.Length, checksum);
    }

    public void Dispose() => _file.Dispose();

    private bool TryRead(MappedView view, out ReadOnlySpan<byte> record)
    {
        long left = view.Length - _end;
        int length = left < HeaderLength ? 0 : view.Read<int>(_end + sizeof(uint));
        record = length < HeaderLength || length > left ? default : view.Slice(_end, length).Span;
        uint checksum = Checksum(_checksum, record);
        bool isGood = !record.IsEmpty && MemoryMarshal.Read<uint>(record) == checksum;
        _checksum = isGood ? checksum : _checksum;
        return isGood;
    }

    private static uint Checksum(uint before, ReadOnlySpan<byte> record)
    {
        foreach (byte value in record.IsEmpty ? record : record[sizeof(uint)..])
        {
            before = BitOperations.Crc32C(before, value);
        }

        return before;
    }
}
