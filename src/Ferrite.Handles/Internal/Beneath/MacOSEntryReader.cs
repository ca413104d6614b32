using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;
using Libc = Ferrite.Handles.Interop.MacOS.Libc;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>readdir(3) on a copy of the descriptor.</summary>
internal sealed class MacOSEntryReader : EntryReader
{
    private const int KindShift = 12;
    private const int Batch = 128;

    private readonly MacOSDirectories _directories;
    private readonly SafeFileHandle _directory;
    private nint _stream;

    private MacOSEntryReader(MacOSDirectories directories, SafeFileHandle directory, nint stream)
    {
        _directories = directories;
        _directory = directory;
        _stream = stream;
    }

    internal static DirectoryError Open(MacOSDirectories directories, SafeFileHandle directory, out EntryReader? reader)
    {
        reader = null;
        int copy = Libc.Dup(directory);
        if (copy < 0)
        {
            DirectoryError error = directories.ReadingError("dup");
            directory.Dispose();
            return error;
        }

        nint stream = MacOSDirectories.IsArm64 ? Libc.FDOpenDirArm64(copy) : Libc.FDOpenDirX64(copy);
        if (stream == 0)
        {
            DirectoryError error = directories.ReadingError("fdopendir");
            new SafeFileHandle(copy, ownsHandle: true).Dispose();
            directory.Dispose();
            return error;
        }

        reader = new MacOSEntryReader(directories, directory, stream);
        return DirectoryError.None;
    }

    internal override unsafe DirectoryError Read(List<DirectoryEntry> entries)
    {
        while (entries.Count < Batch)
        {
            // SAFETY: readdir(3) of a stream that is open until Dispose; the entry it returns is valid until the next call.
            byte* entry = MacOSDirectories.IsArm64 ? Libc.ReadDirArm64(_stream) : Libc.ReadDirX64(_stream);
            if (entry is null)
            {
                int code = Marshal.GetLastPInvokeError();
                return code == 0 ? DirectoryError.None : _directories.ReadingError("readdir");
            }

            ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + Libc.ReadDirNameOffset);
            if (!bytes.SequenceEqual("."u8) && !bytes.SequenceEqual(".."u8))
            {
                string name = UnixName.Decode(bytes);
                entries.Add(new DirectoryEntry(name, KindOf(name, entry[Libc.ReadDirTypeOffset])));
            }
        }

        return DirectoryError.None;
    }

    protected override void Dispose(bool disposing)
    {
        if (_stream != 0)
        {
            _ = Libc.CloseDir(_stream);
            _stream = 0;
        }

        _directory.Dispose();
    }

    private EntryKind KindOf(string name, byte type)
    {
        if (type != Stat.DT_UNKNOWN)
        {
            return UnixDirectories.KindOf((ushort)(type << KindShift));
        }

        _ = _directories.GetKind(_directory, name, out EntryKind kind);
        return kind;
    }
}
