using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static partial class NtDll
{
    /// <summary>UNICODE_STRING: lengths in bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct UNICODE_STRING
    {
        internal ushort Length;
        internal ushort MaximumLength;
        internal nint Buffer;
    }

    /// <summary>OBJECT_ATTRIBUTES.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct OBJECT_ATTRIBUTES
    {
        internal uint Length;
        internal nint RootDirectory;
        internal nint ObjectName;
        internal uint Attributes;
        internal nint SecurityDescriptor;
        internal nint SecurityQualityOfService;
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
