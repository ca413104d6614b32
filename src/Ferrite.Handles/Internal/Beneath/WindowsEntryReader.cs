using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Windows;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>FILE_ID_BOTH_DIR_INFO of an open directory.</summary>
internal sealed class WindowsEntryReader(SafeFileHandle directory) : EntryReader
{
    private const int BufferSize = 32 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];

    internal override unsafe DirectoryError Read(List<DirectoryEntry> entries)
    {
        while (entries.Count == 0)
        {
            // SAFETY: GetFileInformationByHandleEx writes at most the size given to the pinned buffer.
            fixed (byte* address = _buffer)
            {
                if (!Kernel32.GetFileInformationByHandleEx(directory, Kernel32.FileIdBothDirectoryInfo, address, BufferSize))
                {
                    DirectoryError error = WindowsDirectories.LastError("GetFileInformationByHandleEx");
                    return error.Code == (int)Win32Error.ERROR_NO_MORE_FILES ? DirectoryError.None : error;
                }
            }

            Parse(_buffer, entries);
        }

        return DirectoryError.None;
    }

    protected override void Dispose(bool disposing) => directory.Dispose();

    private static void Parse(ReadOnlySpan<byte> records, List<DirectoryEntry> entries)
    {
        while (true)
        {
            int length = MemoryMarshal.Read<int>(records[Kernel32.EntryNameLengthOffset..]);
            string name = new(MemoryMarshal.Cast<byte, char>(records.Slice(Kernel32.EntryNameOffset, length)));
            if (name is not ("." or ".."))
            {
                uint attributes = MemoryMarshal.Read<uint>(records[Kernel32.EntryAttributesOffset..]);
                uint tag = MemoryMarshal.Read<uint>(records[Kernel32.EntryTagOffset..]);
                entries.Add(new DirectoryEntry(name, WindowsDirectories.KindOf(attributes, tag)));
            }

            int next = MemoryMarshal.Read<int>(records[Kernel32.EntryNextOffset..]);
            if (next == 0)
            {
                return;
            }

            records = records[next..];
        }
    }
}
