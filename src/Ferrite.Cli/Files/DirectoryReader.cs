using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.Linux;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Files;

/// <summary>Reads directories of Linux: names as the bytes they are, types without a further call, in byte order of the names.</summary>
internal static unsafe class DirectoryReader
{
    private const int BufferSize = 64 * 1024;

    /// <param name="Name">NUL-terminated.</param>
    /// <param name="Type">DT_…; not every file system knows it.</param>
    internal readonly record struct Entry(byte[] Name, byte Type)
    {
        internal ReadOnlySpan<byte> NameSpan => Name.AsSpan(0, Name.Length - 1);
    }

    /// <summary>All entries but "." and ".."; what was read before an error is there too. Returns 0 or errno.</summary>
    internal static int Read(SafeFileHandle directory, List<Entry> entries)
    {
        byte[] buffer = new byte[BufferSize];
        while (true)
        {
            nint read;
            // SAFETY: getdents64(2) writes at most the given number of bytes to the buffer.
            fixed (byte* address = buffer)
            {
                read = Libc.GetDents64(Libc.SYS_getdents64, directory, address, BufferSize);
            }

            int error = read < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (read <= 0)
            {
                entries.Sort(static (a, b) => a.NameSpan.SequenceCompareTo(b.NameSpan));
                return error;
            }

            Parse(buffer.AsSpan(0, (int)read), entries);
        }
    }

    private static void Parse(ReadOnlySpan<byte> records, List<Entry> entries)
    {
        while (!records.IsEmpty)
        {
            int length = MemoryMarshal.Read<ushort>(records[Libc.DirectoryEntryLengthOffset..]);
            ReadOnlySpan<byte> name = records[Libc.DirectoryEntryNameOffset..length];
            name = name[..name.IndexOf((byte)0)];
            if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
            {
                entries.Add(new Entry([.. name, 0], records[Libc.DirectoryEntryTypeOffset]));
            }

            records = records[length..];
        }
    }
}
