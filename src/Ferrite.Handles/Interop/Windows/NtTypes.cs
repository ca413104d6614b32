using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class NtDll
{
    /// <summary>UNICODE_STRING: lengths in bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct UNICODE_STRING
    {
        internal ushort Length;
        internal ushort MaximumLength;
        internal char* Buffer;
    }

    /// <summary>OBJECT_ATTRIBUTES.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct OBJECT_ATTRIBUTES
    {
        internal uint Length;
        internal nint RootDirectory;
        internal UNICODE_STRING* ObjectName;
        internal uint Attributes;
        internal void* SecurityDescriptor;
        internal void* SecurityQualityOfService;
    }

    /// <summary>IO_STATUS_BLOCK.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct IO_STATUS_BLOCK
    {
        internal nint Pointer;
        internal nuint Information;
    }

    /// <summary>What comes before the name in FILE_RENAME_INFORMATION and FILE_LINK_INFORMATION, which begins at <see cref="FileNameOffset"/>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FILE_RENAME_INFORMATION
    {
        internal byte ReplaceIfExists;
        internal nint RootDirectory;
        internal uint FileNameLength;
    }

    internal const int FileNameOffset = 20;
}
