using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;
using Libc = Ferrite.Handles.Interop.Linux.Libc;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>getdents64(2) on a descriptor of its own: names as the bytes they are, no path, no position shared with others.</summary>
internal sealed class LinuxEntryReader(LinuxDirectories directories, SafeFileHandle directory) : EntryReader
{
    private const int BufferSize = 32 * 1024;
    private const int KindShift = 12;

    private readonly byte[] _buffer = new byte[BufferSize];

    internal override unsafe DirectoryError Read(List<DirectoryEntry> entries)
    {
        // Until there is one: a buffer can hold "." and ".." alone.
        while (entries.Count == 0)
        {
            nint read;
            // SAFETY: getdents64(2) writes at most the given number of bytes to the buffer.
            fixed (byte* address = _buffer)
            {
                read = Libc.GetDents64(Libc.SYS_getdents64, directory, address, BufferSize);
            }

            if (read < 0)
            {
                return directories.ReadingError();
            }

            if (read == 0)
            {
                break;
            }

            Parse(_buffer.AsSpan(0, (int)read), entries);
        }

        return DirectoryError.None;
    }

    protected override void Dispose(bool disposing) => directory.Dispose();

    private void Parse(ReadOnlySpan<byte> records, List<DirectoryEntry> entries)
    {
        while (!records.IsEmpty)
        {
            int length = MemoryMarshal.Read<ushort>(records[Libc.DirectoryEntryLengthOffset..]);
            ReadOnlySpan<byte> bytes = records[Libc.DirectoryEntryNameOffset..length];
            bytes = bytes[..bytes.IndexOf((byte)0)];
            if (!bytes.SequenceEqual("."u8) && !bytes.SequenceEqual(".."u8))
            {
                string name = UnixName.Decode(bytes);
                entries.Add(new DirectoryEntry(name, KindOf(name, records[Libc.DirectoryEntryTypeOffset])));
            }

            records = records[length..];
        }
    }

    /// <summary>DT_… are the bits of S_IFMT. Not every file system knows them; then the entry is looked at, which may be gone.</summary>
    private EntryKind KindOf(string name, byte type)
    {
        if (type != Stat.DT_UNKNOWN)
        {
            return UnixDirectories.KindOf((ushort)(type << KindShift));
        }

        _ = directories.GetKind(directory, name, out EntryKind kind);
        return kind;
    }
}
