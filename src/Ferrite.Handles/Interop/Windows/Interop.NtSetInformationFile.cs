using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class NtDll
{
    /// <summary>Of enum FILE_INFORMATION_CLASS: takes a <see cref="FILE_RENAME_INFORMATION"/> with the name.</summary>
    internal const int FileRenameInformation = 10;

    /// <summary>The same for another name.</summary>
    internal const int FileLinkInformation = 11;

    /// <summary>Takes a BOOLEAN: whether the file goes when its last handle is closed.</summary>
    internal const int FileDispositionInformation = 13;

    /// <summary><see href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntsetinformationfile">NtSetInformationFile</see>. Returns an NTSTATUS.</summary>
    [LibraryImport("ntdll")]
    internal static partial int NtSetInformationFile(SafeFileHandle file, IO_STATUS_BLOCK* status, void* information, uint length, int infoClass);
}
